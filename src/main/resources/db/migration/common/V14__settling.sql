-- What editors settle without changing what a comment is, so that it can be taken back: reports that count for nothing,
-- appeals that change nothing.

-- When an editor has decided; null for reports that nobody has decided on, and for those decided before this was kept.
alter table comment_report add column settled_at timestamp(6) with time zone;

-- KEPT or DISMISSED; null where the comments have changed their status.
alter table decision_batch add column settled varchar(20);
