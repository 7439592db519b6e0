-- Portable SQL: the same file runs on H2 and on PostgreSQL. Long texts are varchar(n), because both know it and neither
-- turns it into a large object. Times are instants in UTC.

-- One row for the whole site; each column is set once, by a guarded update, so that first things happen only once.
create table site_state (
  id integer primary key,
  seeded_at timestamp(6) with time zone,
  set_up_at timestamp(6) with time zone
);
insert into site_state (id) values (1);

create sequence account_seq start with 1 increment by 50;
create table account (
  id bigint primary key,
  username varchar(40) not null unique,
  display_name varchar(80) not null,
  password_hash varchar(200) not null,
  role varchar(20) not null,
  enabled boolean not null,
  created_at timestamp(6) with time zone not null,
  version integer not null
);

create sequence audit_entry_seq start with 1 increment by 50;
create table audit_entry (
  id bigint primary key,
  at timestamp(6) with time zone not null,
  actor_id bigint,
  actor_name varchar(80) not null,
  action varchar(60) not null,
  subject_type varchar(40) not null,
  subject_id varchar(60) not null,
  summary varchar(500) not null
);
create index audit_entry_by_time on audit_entry (at, id);
create index audit_entry_by_subject on audit_entry (subject_type, subject_id);

create sequence topic_seq start with 1 increment by 50;
create table topic (
  id bigint primary key,
  slug varchar(120) not null unique,
  name varchar(80) not null,
  -- Sections stand in the masthead in this order; a tag has none.
  section_position integer
);

create sequence article_seq start with 1 increment by 50;
create table article (
  id bigint primary key,
  slug varchar(120) not null unique,
  title varchar(200) not null,
  standfirst varchar(600) not null,
  byline varchar(120) not null,
  section_id bigint not null references topic (id),
  body_source varchar(200000) not null,
  body_html varchar(1000000) not null,
  reading_minutes integer not null,
  -- One source a line: title | publisher | address
  sources varchar(10000) not null,
  status varchar(20) not null,
  published_at timestamp(6) with time zone,
  revised_at timestamp(6) with time zone not null,
  created_at timestamp(6) with time zone not null,
  created_by bigint references account (id),
  -- The number of the latest revision: what an editor's form was opened on.
  revision integer not null,
  version integer not null
);
create index article_by_publication on article (status, published_at, id);
create index article_by_section on article (section_id, status, published_at);

create table article_tag (
  article_id bigint not null references article (id),
  position integer not null,
  topic_id bigint not null references topic (id),
  primary key (article_id, position)
);
create index article_tag_by_topic on article_tag (topic_id, article_id);

create sequence article_revision_seq start with 1 increment by 50;
create table article_revision (
  id bigint primary key,
  article_id bigint not null references article (id),
  number integer not null,
  title varchar(200) not null,
  standfirst varchar(600) not null,
  byline varchar(120) not null,
  body_source varchar(200000) not null,
  sources varchar(10000) not null,
  saved_at timestamp(6) with time zone not null,
  saved_by varchar(80) not null,
  -- True if readers saw it: the article was published when it was saved, or was published on it.
  published boolean not null,
  unique (article_id, number)
);

create sequence correction_seq start with 1 increment by 50;
create table correction (
  id bigint primary key,
  article_id bigint not null references article (id),
  made_at timestamp(6) with time zone not null,
  body varchar(1000) not null
);
create index correction_by_article on correction (article_id, made_at);

-- Each path that an article ever had. The primary key keeps a path from ever meaning two articles.
create table permalink (
  path varchar(300) primary key,
  article_id bigint not null references article (id),
  created_at timestamp(6) with time zone not null
);
create index permalink_by_article on permalink (article_id);

-- One row for each article: how it is discussed, and how many comments readers see, by source.
create table discussion (
  article_id bigint primary key references article (id),
  -- null: the site's mode holds
  mode varchar(20),
  site_comments integer not null,
  blogger_comments integer not null,
  facebook_comments integer not null
);

-- Taken one by one: the id is part of the path, and siblings stand in the order of their ids on all nodes.
create sequence comment_seq start with 1 increment by 1;
create table comment (
  id bigint primary key,
  public_id varchar(12) not null unique,
  article_id bigint not null references article (id),
  parent_id bigint references comment (id),
  root_id bigint not null,
  depth integer not null,
  path varchar(147) not null unique,
  status varchar(20) not null,
  listed boolean not null,
  -- On a root: how many listed comments hang on it.
  reply_count integer not null,
  source varchar(20) not null,
  external_id varchar(200),
  -- 50 characters as readers count them; H2 counts UTF-16 units, two for an emoji.
  author_name varchar(100) not null,
  author_key varchar(64) not null,
  email varchar(600),
  body_source varchar(4000) not null,
  body_html varchar(40000) not null,
  content_hash varchar(64) not null unique,
  ip_prefix varchar(50) not null,
  created_at timestamp(6) with time zone not null,
  published_at timestamp(6) with time zone,
  version integer not null,
  unique (source, external_id)
);
create index comment_roots on comment (article_id, depth, listed, path);
create index comment_threads on comment (root_id, listed, path);
create index comment_by_author on comment (author_key, article_id, status);
create index comment_by_status on comment (status, created_at, id);
create index comment_by_parent on comment (parent_id);

-- Every change of a comment's status, for ever.
create sequence comment_event_seq start with 1 increment by 50;
create table comment_event (
  id bigint primary key,
  comment_id bigint not null references comment (id),
  at timestamp(6) with time zone not null,
  actor_id bigint,
  actor_name varchar(80) not null,
  from_status varchar(20),
  to_status varchar(20) not null,
  reason varchar(200)
);
create index comment_event_by_comment on comment_event (comment_id, at);
