-- What readers add to a discussion: likes and reports; the orders of threads; and the proof of all counts.

-- One like for each reader and comment; comment.likes counts them.
create table comment_like (
  comment_id bigint not null references comment (id),
  author_key varchar(64) not null,
  liked_at timestamp(6) with time zone not null,
  primary key (comment_id, author_key)
);
create index comment_like_by_author on comment_like (author_key);

-- One report for each reader and comment.
create table comment_report (
  comment_id bigint not null references comment (id),
  author_key varchar(64) not null,
  reason varchar(20) not null,
  -- 500 characters as readers count them.
  note varchar(1000),
  ip_prefix varchar(50) not null,
  -- By its reason and by what is known of who sent it, when it was sent.
  weight integer not null,
  reported_at timestamp(6) with time zone not null,
  -- null: no editor has decided on the comment since. UPHELD or DISMISSED.
  outcome varchar(20),
  primary key (comment_id, author_key)
);
create index comment_report_by_author on comment_report (author_key, outcome);
create index comment_report_open on comment_report (outcome, comment_id);

-- The three orders of threads, each for all sources and for one; comment_roots serves the newest and the oldest of all.
create index comment_best on comment (article_id, depth, listed, rank_score, id);
create index comment_best_by_source on comment (article_id, depth, listed, source, rank_score, id);
create index comment_roots_by_source on comment (article_id, depth, listed, source, path);
create index comment_pinned on comment (article_id, pinned_at);
-- What became of everything sent below an article, added up without reading the comments themselves.
create index comment_counts on comment (article_id, status, reason, source);

-- When all counts of the discussion were last proved, and how many of them were wrong then.
alter table discussion add column proved_at timestamp(6) with time zone;
alter table discussion add column drift integer default 0 not null;

-- Which node does a nightly job: the table of ShedLock.
create table shedlock (
  name varchar(64) primary key,
  lock_until timestamp(3) not null,
  locked_at timestamp(3) not null,
  locked_by varchar(255) not null
);
