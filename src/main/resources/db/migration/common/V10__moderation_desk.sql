-- What moderators look after, and what they decide together and may take back.

-- A moderator with no row looks after all topics.
create table moderator_beat (
  account_id bigint not null references account (id),
  topic_id bigint not null references topic (id),
  primary key (account_id, topic_id)
);

-- Comments that were decided with one press of a button.
create sequence decision_batch_seq start with 1 increment by 1;
create table decision_batch (
  id bigint primary key,
  made_at timestamp(6) with time zone not null,
  -- No reference: like the audit log, it outlives accounts.
  actor_id bigint not null,
  to_status varchar(20) not null,
  reason varchar(40),
  undone_at timestamp(6) with time zone
);
create index decision_batch_by_actor on decision_batch (actor_id, made_at, id);

-- Each comment with what it was before.
create table decision_item (
  batch_id bigint not null references decision_batch (id),
  comment_id bigint not null references comment (id),
  from_status varchar(20) not null,
  from_reason varchar(40),
  to_status varchar(20) not null,
  primary key (batch_id, comment_id)
);

-- How often a writer was approved and rejected stands beside each comment of the queue.
create index comment_by_writer on comment (author_key, status);
