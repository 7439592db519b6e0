-- Letters to readers, the proof that an address is theirs, what they follow; and comments by the time of their publication.

-- True while nothing but its writer's verification is missing: it is published with that.
alter table comment add column awaits_verification boolean default false not null;
create index comment_by_publication on comment (status, published_at, id);
create index comment_by_article_publication on comment (article_id, status, published_at);

-- Letters on their way. A sent one keeps only what the limits of its address count, for a day.
create sequence letter_seq start with 1 increment by 1;
create table letter (
  id bigint primary key,
  kind varchar(20) not null,
  author_key varchar(64) not null,
  address_hash varchar(64) not null,
  -- Encrypted, as the texts are: what stands in them may act in the reader's name.
  address varchar(600),
  subject varchar(1000),
  body_text varchar(60000),
  body_html varchar(120000),
  unsubscribe varchar(500),
  created_at timestamp(6) with time zone not null,
  tries integer not null,
  -- null once it is sent
  next_try_at timestamp(6) with time zone
);
create index letter_due on letter (next_try_at, id);
create index letter_by_address on letter (address_hash, kind, created_at);
create index letter_by_author on letter (author_key);

-- Links that were sent to an address and wait to be followed; gone after they have expired.
create sequence address_confirmation_seq start with 1 increment by 1;
create table address_confirmation (
  id bigint primary key,
  author_key varchar(64) not null,
  email varchar(600) not null,
  email_hash varchar(64) not null,
  asked_at timestamp(6) with time zone not null,
  confirmed_at timestamp(6) with time zone
);
create index address_confirmation_by_author on address_confirmation (author_key, email_hash);
create index address_confirmation_by_age on address_confirmation (asked_at);

-- Who is told of what by letter. It counts once its address is confirmed.
create sequence subscription_seq start with 1 increment by 1;
create table subscription (
  id bigint primary key,
  author_key varchar(64) not null,
  article_id bigint not null references article (id),
  -- The path of the comment whose replies are told; empty for all comments of the article.
  below varchar(147) not null,
  email varchar(600) not null,
  email_hash varchar(64) not null,
  asked_at timestamp(6) with time zone not null,
  confirmed_at timestamp(6) with time zone,
  -- Comments published up to here are told or known.
  told_until timestamp(6) with time zone not null,
  -- What told_until was before the last letter, should that be taken back; null for none yet.
  told_before timestamp(6) with time zone,
  -- When the last letter was written; null for none yet.
  told_at timestamp(6) with time zone,
  unique (author_key, article_id, below)
);
create index subscription_by_article on subscription (article_id, email_hash);
create index subscription_by_address on subscription (email_hash);

-- Comments that have just appeared below an article that somebody follows.
create table comment_news (
  comment_id bigint primary key,
  article_id bigint not null,
  published_at timestamp(6) with time zone not null
);
create index comment_news_by_article on comment_news (article_id, published_at);
