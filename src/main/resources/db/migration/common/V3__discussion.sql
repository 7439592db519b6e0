-- What readers and editors do with a comment after it was written.

-- Why it was rejected or removed; null while it is neither, and where nobody said why.
alter table comment add column reason varchar(40);
alter table comment add column likes integer default 0 not null;
-- 10 for each like, 3 for each published reply by somebody else, at most 20 of them: the order "hay-nhat".
alter table comment add column rank_score integer default 0 not null;
alter table comment add column pinned_at timestamp(6) with time zone;
alter table comment add column featured_at timestamp(6) with time zone;
alter table comment add column edited_at timestamp(6) with time zone;
-- The published revision of the article that its writer saw; null for comments from elsewhere and from before.
alter table comment add column article_revision integer;
-- Who wrote it for the newsroom; null for readers.
alter table comment add column staff_id bigint references account (id);

-- What is known of a reader who has commented. The key itself is only in the reader's browser; here is its hash.
create table reader (
  author_key varchar(64) primary key,
  created_at timestamp(6) with time zone not null,
  -- An address that was confirmed by a link sent to it: encrypted, and hashed with the site's secret to be found again.
  email varchar(600),
  email_hash varchar(64),
  email_confirmed_at timestamp(6) with time zone
);
create index reader_by_email on reader (email_hash);
