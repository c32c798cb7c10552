-- Tenancy, workspaces, the event outbox, idempotency and the audit log.
-- The roles rondine_app and rondine_system belong to the server and are made by the migrator.

grant usage on schema public to rondine_app, rondine_system;

-- The workspace of this transaction, or null: then no tenant row is visible.
create function app_workspace_id() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.workspace_id', true), '')::uuid;

-- Makes a table a tenant's: row-level security, forced, by workspace_id. Every tenant table calls this once.
create procedure make_tenant_table(name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format('create policy tenant on %s to rondine_app using (workspace_id = app_workspace_id()) with check (workspace_id = app_workspace_id())', name);
  execute format('grant select, insert, update, delete on %s to rondine_app', name);
end $$;

-- Lets the system role pass a tenant table: only where a door or worker must find the workspace first.
create procedure open_to_system(name regclass) language plpgsql as $$
begin
  execute format('create policy system on %s to rondine_system using (true) with check (true)', name);
  execute format('grant select, insert, update, delete on %s to rondine_system', name);
end $$;

create table workspaces (
  id uuid primary key,
  name text not null check (length(name) between 1 and 100),
  country text not null check (country ~ '^[A-Z]{2}$'),
  language text not null default 'en' check (language in ('en', 'it', 'es')),
  time_zone text not null,
  is_demo boolean not null default false,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);
grant select, insert, update, delete on workspaces to rondine_app, rondine_system;

-- What happened. Written in the transaction that made it happen; the dispatcher gives each row its place
-- (seq) after the commit is visible, so that a reader who has seen n never meets a smaller one later.
create table events (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  name text not null,
  subject_id uuid,
  payload jsonb not null default '{}',
  actor jsonb not null default '{}',
  at timestamptz not null,
  seq bigint,
  primary key (workspace_id, id)
);
create sequence event_seq;
create index events_undispatched on events (at) where seq is null;
create index events_by_seq on events (workspace_id, seq) where seq is not null;
call make_tenant_table('events');
call open_to_system('events');
grant usage on sequence event_seq to rondine_system;

create table idempotency_keys (
  workspace_id uuid not null references workspaces on delete cascade,
  key text not null,
  operation text not null,
  request_hash text not null,
  answer jsonb,
  created_at timestamptz not null,
  primary key (workspace_id, key, operation)
);
create index idempotency_keys_age on idempotency_keys (created_at);
call make_tenant_table('idempotency_keys');
call open_to_system('idempotency_keys');

create table audit_log (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  at timestamptz not null,
  actor jsonb not null,
  action text not null,
  subject_type text,
  subject_id uuid,
  details jsonb not null default '{}',
  primary key (workspace_id, id)
);
call make_tenant_table('audit_log');
grant select, insert on audit_log to rondine_system;

-- Installation-wide values: what the first start decided, keys it made (sealed).
create table installation (
  name text primary key,
  value jsonb not null
);
grant select, insert, update, delete on installation to rondine_app, rondine_system;

-- Puts a job in the queue within the caller's transaction; the queue's own tables stay closed to the app.
create function enqueue_job(task text, payload jsonb, run_at timestamptz, max_attempts int, job_key text, queue text, priority int)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform graphile_worker.add_job(task, payload::json, queue, run_at, max_attempts, job_key, priority);
end $$;
revoke all on function enqueue_job from public;
grant execute on function enqueue_job to rondine_app, rondine_system;
