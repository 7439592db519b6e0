-- What comments say, folded (without diacritics, in lower case), so that they are found however a word is typed. A table of
-- its own, because it is read from end to end: its rows are a fifth as long as those of comments. Filled by the application.
create table comment_search (
  comment_id bigint primary key references comment (id),
  -- How often the comment had been changed when it was read.
  edits integer not null,
  folded_name varchar(200) not null,
  folded varchar(6000) not null
);
create index comment_by_edit on comment (edited_at);

-- What was decided in a month, or in the last days.
create index comment_event_by_time on comment_event (at, to_status);
