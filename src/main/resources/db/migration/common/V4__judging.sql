-- How a comment was judged before anybody saw it (docs/adr/0020).

-- The points of the reasons, added up.
alter table comment add column spam_score integer default 0 not null;
-- Whether it was held or taken for spam because of what it says, or of who seems to say it; not because all comments waited.
alter table comment add column suspect boolean default false not null;
-- One reason a line: ground, points, rules, places in the text. Null for none.
alter table comment add column reasons varchar(8000);
-- Letters and digits of the text: the same text below several articles has the same one. Null for short texts.
alter table comment add column body_hash varchar(64);
create index comment_by_body on comment (body_hash, created_at);

-- What editors thought of comments, as the last decision on each says: whom to trust, and which words to look at twice.
create table lesson (
  comment_id bigint primary key references comment (id),
  author_key varchar(64) not null,
  good boolean not null,
  taught_at timestamp(6) with time zone not null
);
create index lesson_by_author on lesson (author_key, good, taught_at);
create index lesson_by_time on lesson (good, taught_at, comment_id);
insert into lesson (comment_id, author_key, good, taught_at)
  select c.id, c.author_key, case when c.status = 'PUBLISHED' then true else false end, max(e.at)
  from comment c join comment_event e on e.comment_id = c.id
  where e.actor_id is not null and e.to_status = c.status and c.status <> 'PENDING'
  group by c.id, c.author_key, c.status;

-- The one storm that there is or was: until it ends, nothing appears without an editor or a proof of work.
create table storm (
  id integer primary key,
  begun_at timestamp(6) with time zone,
  ends_at timestamp(6) with time zone,
  begun_by varchar(80),
  -- What an editor has given; null if it began by itself.
  reason varchar(500),
  -- What came before an editor ended one counts for no other.
  calmed_at timestamp(6) with time zone
);
insert into storm (id) values (1);
