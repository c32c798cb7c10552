-- Daily work with deals: kept views, what was done, and deals that were deleted before their contacts.

-- Views of the inbox and of deals are kept alike.
alter table inbox_views rename to saved_views;
alter table saved_views rename constraint inbox_views_pkey to saved_views_pkey;
alter table saved_views add column subject text not null default 'inbox' check (subject in ('inbox', 'deals'));
alter table saved_views alter column subject drop default;
drop index inbox_views_name;
create unique index saved_views_name on saved_views (workspace_id, subject, user_id, lower(name)) nulls not distinct;

-- What was done, latest first.
create index deal_activities_done on deal_activities (workspace_id, done_at, id) where done_at is not null;
create index deal_activities_done_by on deal_activities (workspace_id, owner_id, done_at, id) where done_at is not null;

-- What a deleted deal was called is known by its events alone.
create index events_of_deleted_deals on events (workspace_id) where name = 'deal.deleted';
