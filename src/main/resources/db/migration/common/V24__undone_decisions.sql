-- True for a decision that its editor took back, and for taking it back: neither counts in any statistics.
alter table comment_event add column undone boolean default false not null;

update comment_event e set undone = true where e.actor_id is not null and exists (
  select 1 from decision_batch b join decision_item i on i.batch_id = b.id
  where b.undone_at is not null and i.comment_id = e.comment_id and b.actor_id = e.actor_id
  and e.at >= b.made_at and e.at <= b.undone_at + interval '1' minute
  and ((e.from_status = i.from_status and e.to_status = i.to_status)
    or (e.from_status = i.to_status and e.to_status = i.from_status))
  and exists (select 1 from comment_event u where u.comment_id = i.comment_id and u.actor_id = b.actor_id
    and u.from_status = i.to_status and u.to_status = i.from_status
    and u.at >= b.undone_at and u.at <= b.undone_at + interval '1' minute));
