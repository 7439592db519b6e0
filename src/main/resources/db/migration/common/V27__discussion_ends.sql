-- When the next discussion ends by itself is asked each time that editors have changed something.
create index discussion_by_end on discussion (closes_at);
