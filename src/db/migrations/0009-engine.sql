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
