-- The desk's own rules of the screening, and what it has changed of those that come with the program (docs/adr/0024).
-- Each change is a new row; none is ever updated. What holds is the row with the highest version of each rule.
create sequence rule_seq start with 1 increment by 1;
create table rule_version (
  -- desk/7 for the desk's own, else the id of a rule of the program; comments keep it in their reasons.
  rule_id varchar(40) not null,
  -- 1, 2, 3 … for each rule: two editors can't both make the same one.
  version integer not null,
  kind varchar(10) not null,
  ground varchar(20) not null,
  -- Empty for what is no matter of words.
  phrase varchar(200) not null,
  lane varchar(10) not null,
  weight integer not null,
  enabled boolean not null,
  -- 500 characters as people count them.
  why varchar(1000) not null,
  made_at timestamp(6) with time zone not null,
  made_by varchar(80) not null,
  primary key (rule_id, version)
);

-- Whether the site may learn from its editors: each turn of the switch is a row, the last one holds.
create table learning_switch (
  version integer primary key,
  learning boolean not null,
  turned_at timestamp(6) with time zone not null,
  turned_by varchar(80) not null
);
