-- References of tickets in one spelling, as a column: under row-level security an index on lower(reference) holds the
-- rule that there are no two, and finds nothing.
drop index tickets_reference;
alter table tickets add column reference_key text not null generated always as (lower(reference)) stored;
create unique index tickets_reference on tickets (workspace_id, reference_key);
