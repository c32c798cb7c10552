-- The path that every message takes, made cheap.

-- Each message that is sent notes its time with the contact, many neighbours at once: room on the page for a second
-- version of each row keeps that away from the indexes, of which the one of the search is dear.
alter table contacts set (fillfactor = 50);
-- The account's key holds the workspace's.
alter table webhook_bodies drop constraint webhook_bodies_workspace_id_fkey;

-- A message goes with its conversation, which goes with its contact.
alter table messages drop constraint messages_workspace_id_contact_id_fkey;

-- What waits to be read stands in a table of its own: so the bodies themselves are written once and never changed,
-- but for the few that cannot be read. No foreign keys, which would be looked up for every webhook: what is left of
-- a body that is gone is passed over.
create table webhook_waiting (
  workspace_id uuid not null,
  -- Later than the time of receipt after a failed attempt.
  due_at timestamptz not null,
  body_id uuid not null,
  primary key (workspace_id, due_at, body_id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
call make_tenant_table('webhook_waiting');
call open_to_system('webhook_waiting');
drop index webhook_bodies_pending;
-- Ids tell the age.
drop index webhook_bodies_age;
alter table webhook_bodies drop column due_at, drop constraint webhook_bodies_state_check,
  alter column state set default 'received', add constraint webhook_bodies_state_check check (state in ('received', 'failed'));

-- Stores bodies of any workspaces in one call without a transaction around it: the door answers after it.
-- `bodies` holds one after the other, the n-th from `starts[n]` (counted from 1), `sizes[n]` bytes long.
create function store_webhook_bodies(workspaces uuid[], ids uuid[], accounts uuid[], at timestamptz[], starts int[],
    sizes int[], bodies bytea) returns void
  language sql security definer set search_path = public, pg_temp as $$
  with stored as (
    insert into webhook_bodies (workspace_id, id, account_id, received_at, body)
    select w, i, a, t, substr(bodies, s, l) from unnest(workspaces, ids, accounts, at, starts, sizes) n(w, i, a, t, s, l)
  )
  insert into webhook_waiting (workspace_id, due_at, body_id) select w, t, i from unnest(workspaces, at, ids) n(w, t, i)
$$;
revoke all on function store_webhook_bodies from public;
grant execute on function store_webhook_bodies to rondine_app;
grant create on schema public to rondine_system;
alter function store_webhook_bodies owner to rondine_system;
revoke create on schema public from rondine_system;

-- Tells the planner how large the busy tables have become. The server does so by itself only once a minute; a table
-- that has grown from nothing to a hundred thousand rows meanwhile is read as a whole for each batch. One process at
-- a time; answers the tables that had doubled.
create function refresh_statistics() returns text[]
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  name text;
  refreshed text[] := '{}';
begin
  if not pg_try_advisory_xact_lock(7205120) then return refreshed; end if;
  for name in
    select c.relname from pg_stat_user_tables s join pg_class c on c.oid = s.relid
    where s.schemaname = 'public' and s.n_live_tup > 2 * greatest(c.reltuples, 300) and c.relname in (
      'messages', 'send_queue', 'webhook_bodies', 'webhook_waiting', 'campaign_recipients', 'conversations', 'contacts')
  loop
    execute format('analyze %I', name);
    refreshed := refreshed || name;
  end loop;
  return refreshed;
end $$;
revoke all on function refresh_statistics from public;
grant execute on function refresh_statistics to rondine_app;
-- Never compared: not worth sampling.
alter table messages alter column content set statistics 0;
alter table webhook_bodies alter column body set statistics 0;

-- Events that a subscriber could not take: tried again with growing pauses, then given up and kept to be seen.
create table events_untaken (
  workspace_id uuid not null,
  event_id uuid not null,
  subscriber text not null,
  attempts int not null,
  failure text not null,
  -- Null: given up.
  due_at timestamptz,
  primary key (workspace_id, event_id, subscriber),
  foreign key (workspace_id, event_id) references events on delete cascade
);
create index events_untaken_due on events_untaken (due_at) where due_at is not null;
call make_tenant_table('events_untaken');
call open_to_system('events_untaken');
