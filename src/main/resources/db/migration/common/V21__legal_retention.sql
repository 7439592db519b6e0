-- Requests by law, once more (docs/adr/0027): sent or entered twice, and kept for a time only.

-- Who keeps a request holds this row, so that of two who send the same at once the second finds the first.
create table legal_intake (
  id integer primary key
);
insert into legal_intake (id) values (1);

-- When everything but number, kind, dates and outcome was deleted, long after the end: the columns for what was sent are empty then,
-- the evidence is gone, and so are the details of the steps.
alter table legal_request add column purged_at timestamp(6) with time zone;
