-- What moderators do about writers: notes, warnings, trust and bans.

-- A writer that the newsroom knows: what is written under this key needs no approval to be trusted.
create table trusted_writer (
  author_key varchar(64) primary key,
  trusted_at timestamp(6) with time zone not null,
  trusted_by varchar(80) not null
);

-- Notes are read at the desk only; a warning is shown to the writer once, with the next comment.
create sequence writer_note_seq start with 1 increment by 1;
create table writer_note (
  id bigint primary key,
  author_key varchar(64) not null,
  warning boolean not null,
  -- 500 characters as readers count them.
  body varchar(1000) not null,
  made_at timestamp(6) with time zone not null,
  made_by varchar(80) not null,
  -- When the writer was shown the warning.
  shown_at timestamp(6) with time zone
);
create index writer_note_by_writer on writer_note (author_key, made_at);
create index writer_note_to_show on writer_note (author_key, warning, shown_at);

-- Who may not write for a while. Every ban has an end.
create sequence ban_seq start with 1 increment by 1;
create table ban (
  id bigint primary key,
  -- KEY, EMAIL or NETWORK
  kind varchar(10) not null,
  -- The hash of a key, the signature of an address, or how the network was written.
  subject varchar(100) not null,
  -- Of a network: its first and last address, each 32 hexadecimal digits; empty for others.
  first_address varchar(32) not null,
  last_address varchar(32) not null,
  -- REFUSE or HOLD
  effect varchar(10) not null,
  reason varchar(1000) not null,
  made_at timestamp(6) with time zone not null,
  made_by varchar(80) not null,
  -- When it ends, or has been lifted.
  ends_at timestamp(6) with time zone not null,
  lifted_by varchar(80)
);
create index ban_by_subject on ban (kind, subject, ends_at);
create index ban_by_end on ban (ends_at);

-- Two tabs of the queue: what waits because of what it says, and what waits because all do.
create index comment_by_suspicion on comment (status, suspect, created_at, id);
