-- Who of the newsroom is told by letter what waits for a decision. Whoever wants no letters has no row.
create table digest (
  account_id bigint primary key references account (id),
  -- HOURLY or DAILY
  frequency varchar(10) not null,
  -- Encrypted to be written to, and hashed with the site's secret to be known again.
  email varchar(600) not null,
  email_hash varchar(64) not null,
  asked_at timestamp(6) with time zone not null,
  -- null until the address was proved to be the editor's.
  confirmed_at timestamp(6) with time zone,
  -- When it is looked next whether something waits.
  due_at timestamp(6) with time zone not null
);
create index digest_due on digest (due_at);

-- The report that waits longest is told on every page of the desk.
create index comment_report_by_wait on comment_report (outcome, reported_at);
