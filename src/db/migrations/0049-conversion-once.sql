-- Conversions: a loss is told apart from other views; pauses and proofs belong to the settings, which meet all events.

alter table conversion_settings
  -- Sales that were closed before are not told.
  add column enabled_since timestamptz,
  -- Nothing is sent before; beside a trouble, that it is tried again by itself.
  add column paused_until timestamptz,
  -- Something was received since they were saved: what is refused now is an event, not the settings.
  add column proven boolean not null default false;
update conversion_settings set enabled_since = updated_at where enabled;
alter table conversion_settings add check (enabled = (enabled_since is not null));
grant select (updated_at) on conversion_settings to rondine_system;

drop index conversion_events_views;
alter table conversion_events
  drop column due_at,
  drop constraint conversion_events_kind_check,
  drop constraint conversion_events_check,
  add constraint conversion_events_kind_check check (kind in ('lead', 'view', 'lost', 'purchase')),
  -- One of each is told a day.
  add constraint conversion_events_day_check check ((kind in ('view', 'lost')) = (day is not null));
create index conversion_events_open on conversion_events (workspace_id, id) where state in ('waiting', 'sending');
create index conversion_events_views on conversion_events (workspace_id, day) where day is not null;
create index conversion_events_by_deal on conversion_events (workspace_id, deal_id, created_at, id);
create index conversion_events_settled on conversion_events (workspace_id, settled_at);
