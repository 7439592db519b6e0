-- How much readers and networks may still do. A row is one limit and one of those it holds; it says when all is free again, in
-- milliseconds since 1970 (docs/adr/0018). The name is a digest made with the site's secret: it names nobody.
create table allowance (
  name varchar(43) primary key,
  full_at bigint not null
);

-- An article's own end of the discussion; null where the site's rule holds.
alter table discussion add column closes_at timestamp(6) with time zone;
-- When an editor has closed it; null while its mode is another.
alter table discussion add column closed_at timestamp(6) with time zone;
-- What the editors ask of those who write here; null for nothing.
alter table discussion add column notice varchar(1000);
