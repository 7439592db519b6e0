-- Since when a thread was pinned that was decided on, so that the pin comes back if that is taken back.
alter table decision_item add column pinned_at timestamp(6) with time zone;
