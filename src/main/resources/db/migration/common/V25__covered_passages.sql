-- What an editor has covered in a comment: the kind of thing, who and when. The version that has these is what the
-- comment said before; all three are null where its writer has changed it.
alter table comment_version add column covered varchar(20);
alter table comment_version add column covered_by varchar(100);
alter table comment_version add column covered_at timestamp(6) with time zone;
