-- The path that every message takes, made cheap.

-- Each message that is sent notes its time with the contact: room on the page keeps that away from the indexes.
alter table contacts set (fillfactor = 85);
-- The account's key holds the workspace's.
alter table webhook_bodies drop constraint webhook_bodies_workspace_id_fkey;

-- A message goes with its conversation, which goes with its contact.
alter table messages drop constraint messages_workspace_id_contact_id_fkey;

-- Stores bodies of any workspaces in one call without a transaction around it: the door answers after it.
-- `bodies` holds one after the other, the n-th from `starts[n]` (counted from 1), `sizes[n]` bytes long.
create function store_webhook_bodies(workspaces uuid[], ids uuid[], accounts uuid[], at timestamptz[], starts int[],
    sizes int[], bodies bytea) returns void
  language sql security definer set search_path = public, pg_temp as $$
  insert into webhook_bodies (workspace_id, id, account_id, received_at, due_at, body)
  select w, i, a, t, t, substr(bodies, s, l) from unnest(workspaces, ids, accounts, at, starts, sizes) n(w, i, a, t, s, l)
$$;
revoke all on function store_webhook_bodies from public;
grant execute on function store_webhook_bodies to rondine_app;
grant create on schema public to rondine_system;
alter function store_webhook_bodies owner to rondine_system;
revoke create on schema public from rondine_system;

-- Tells the planner how large the busy tables have become. The server does so by itself only once a minute; a table
-- that has grown from nothing to a hundred thousand rows meanwhile is read as a whole for each batch. One process at
-- a time; answers the tables that had changed by a fifth.
create function refresh_statistics() returns text[]
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  name text;
  refreshed text[] := '{}';
begin
  if not pg_try_advisory_xact_lock(7205120) then return refreshed; end if;
  for name in
    select relname from pg_stat_user_tables
    where schemaname = 'public' and n_mod_since_analyze > 500 + n_live_tup / 5
      and relname in ('messages', 'send_queue', 'webhook_bodies', 'campaign_recipients', 'conversations', 'contacts')
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
