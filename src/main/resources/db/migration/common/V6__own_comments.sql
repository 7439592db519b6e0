-- What writers do with their own comments, and which state of the article they wrote about.

-- The revision that was corrected: who saw it, or an older one, wrote before the correction. Each correction makes the
-- next revision. Null for those made before this was kept.
alter table correction add column revision integer;

-- A comment whose writer has had everything erased has neither.
alter table comment alter column author_key drop not null;
alter table comment alter column content_hash drop not null;
-- How often its writer has changed it; each form says on which state it was opened.
alter table comment add column edits integer default 0 not null;

-- What a comment said before its writer changed it. The present text stands in the comment itself.
create table comment_version (
  comment_id bigint not null references comment (id),
  -- From 0 on: how often it had been changed before.
  number integer not null,
  author_name varchar(100) not null,
  body_source varchar(4000) not null,
  written_at timestamp(6) with time zone not null,
  primary key (comment_id, number)
);

-- A writer asks for a second look at a decision; once for each comment.
create table comment_appeal (
  comment_id bigint primary key references comment (id),
  -- 1,000 characters as readers count them; H2 counts UTF-16 units, two for an emoji.
  body varchar(2000) not null,
  made_at timestamp(6) with time zone not null,
  state varchar(20) not null,
  decided_at timestamp(6) with time zone,
  decided_by_id bigint,
  decided_by varchar(80),
  -- What the newsroom answers, for the writer to read; may be empty.
  answer varchar(2000)
);
create index comment_appeal_by_state on comment_appeal (state, made_at, comment_id);
