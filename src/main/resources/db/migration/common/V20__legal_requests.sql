-- What authorities and people concerned ask for by law (docs/adr/0027).
create sequence legal_request_seq start with 1 increment by 1;
create table legal_request (
  id bigint primary key,
  -- PL-2026-0001: the year in which it came, and the id.
  number varchar(20) not null unique,
  channel varchar(10) not null,
  asker varchar(10) not null,
  name varchar(200) not null,
  organisation varchar(400) not null,
  -- Encrypted; null for a letter without one.
  email varchar(600),
  -- The path of the page that it is about, as the asker has named it.
  target varchar(500) not null,
  -- The public id of the comment that it is about; null if it names none. No reference: like the audit log, it outlives comments.
  about varchar(12),
  ground varchar(1000) not null,
  body varchar(10000) not null,
  received_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  -- Whether the comment was removed for it, and not brought back since.
  removed boolean default false not null,
  -- What the last answer said; null before the first.
  verdict varchar(10),
  ended_at timestamp(6) with time zone
);
create index legal_request_by_deadline on legal_request (ended_at, due_at, id);
create index legal_request_by_comment on legal_request (about);

-- What was done about it; rows are only added.
create sequence legal_step_seq start with 1 increment by 1;
create table legal_step (
  id bigint primary key,
  request_id bigint not null references legal_request (id),
  made_at timestamp(6) with time zone not null,
  -- null for the site, and for the writer of the comment
  actor_id bigint,
  actor_name varchar(80) not null,
  kind varchar(20) not null,
  -- The words of an answer, the new deadline, the comment; never a word of a comment.
  detail varchar(10000) not null
);
create index legal_step_by_request on legal_step (request_id, id);

-- A comment as it stood: JSON, and the SHA-256 of its UTF-8 bytes. Both go once its writer has had everything erased and the
-- request has ended.
create sequence legal_evidence_seq start with 1 increment by 1;
create table legal_evidence (
  id bigint primary key,
  request_id bigint not null references legal_request (id),
  comment_id bigint not null,
  about varchar(12) not null,
  frozen_at timestamp(6) with time zone not null,
  frozen_by varchar(80) not null,
  content varchar(1000000),
  sha256 varchar(64),
  erasure_due boolean default false not null,
  erased_at timestamp(6) with time zone
);
create index legal_evidence_by_request on legal_evidence (request_id, id);
create index legal_evidence_by_comment on legal_evidence (comment_id);
