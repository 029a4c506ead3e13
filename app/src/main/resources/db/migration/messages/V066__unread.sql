-- Every page counts what its reader has not read; what was read grows with the years.
create index inbox_unread on inbox (person_id) where read_at is null;
