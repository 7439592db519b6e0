-- What trials of rules have shown: a rule is switched on as it was tried, and each version names its trial (docs/adr/0024).
create sequence rule_trial_seq start with 1 increment by 1;
create table rule_trial (
  id bigint primary key,
  -- What was tried: the rule as it would be. A new one has no id of its own yet.
  rule_id varchar(40) not null,
  -- The version that it would follow, and the rule that it would stand in for; empty for none.
  seen integer not null,
  replaces varchar(40) not null,
  kind varchar(10) not null,
  ground varchar(20) not null,
  phrase varchar(200) not null,
  lane varchar(10) not null,
  weight integer not null,
  tried_at timestamp(6) with time zone not null,
  tried_by varchar(80) not null,
  -- How many comments were judged, and how many of them it would hit.
  judged integer not null,
  hits integer not null,
  -- Hits that editors have published, and those that they have turned down.
  approved integer not null,
  rejected integer not null,
  -- Hits that would have to wait, be spam, or appear, and do not now.
  held integer not null,
  spam integer not null,
  freed integer not null
);
create index rule_trial_by_rule on rule_trial (rule_id, tried_at);

-- Null for what needs no trial: a rule switched off, and versions from before trials were kept.
alter table rule_version add column trial_id bigint references rule_trial (id);
