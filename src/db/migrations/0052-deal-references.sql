-- References in one spelling, as a column: under row-level security an index on lower(reference) is of no use, because
-- lower is not known to keep secret what it sees.
drop index deals_by_reference;
alter table deals add column reference_key text generated always as (lower(reference)) stored;
create index deals_by_reference on deals (workspace_id, reference_key) where reference_key is not null;
