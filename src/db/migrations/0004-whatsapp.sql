-- Connected WhatsApp Business accounts, their numbers, and every webhook body as it came.

create table whatsapp_accounts (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  waba_id text not null,
  name text not null default '',
  app_id text,
  -- Sealed with the master key, context 'account:<id>:token' and 'account:<id>:app_secret'.
  token_sealed text not null,
  app_secret_sealed text not null,
  graph_url text not null,
  graph_version text not null,
  simulated boolean not null default false,
  state text not null default 'connected' check (state in ('connected', 'token_invalid', 'restricted', 'disconnected')),
  state_reason text,
  -- Unique customers per moving 24 h for the whole business; null: unlimited or not read yet.
  messaging_limit int,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);
-- An account is connected to one workspace at a time.
create unique index whatsapp_accounts_waba on whatsapp_accounts (waba_id) where state <> 'disconnected';
call make_tenant_table('whatsapp_accounts');
call open_to_system('whatsapp_accounts');

create table numbers (
  workspace_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  phone_number_id text not null,
  phone text not null,
  display_name text not null default '',
  quality text not null default 'unknown' check (quality in ('high', 'medium', 'low', 'unknown')),
  status text not null default 'connected',
  throughput_per_second int not null default 80 check (throughput_per_second > 0),
  -- Set when sending must stop; bulk sending only, answers go on.
  paused_reason text,
  name_status text,
  checked_at timestamptz,
  -- Kept after disconnecting: its conversations stay readable.
  disconnected_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references whatsapp_accounts on delete cascade
);
create unique index numbers_phone_number_id on numbers (phone_number_id) where disconnected_at is null;
create index numbers_by_account on numbers (workspace_id, account_id);
call make_tenant_table('numbers');
call open_to_system('numbers');

-- Every webhook body, stored before it is acknowledged and kept until its retention ends.
create table webhook_bodies (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  account_id uuid not null,
  received_at timestamptz not null,
  body bytea not null,
  state text not null default 'pending' check (state in ('pending', 'done', 'failed')),
  attempts int not null default 0,
  -- When it may be read (again); later than received_at after a failed attempt.
  due_at timestamptz not null,
  failure text,
  -- What the reader did not understand or nothing acts upon; such bodies are kept and shown.
  unknown text[],
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references whatsapp_accounts on delete cascade
);
create index webhook_bodies_pending on webhook_bodies (workspace_id, due_at, id) where state = 'pending';
create index webhook_bodies_age on webhook_bodies (received_at);
create index webhook_bodies_unknown on webhook_bodies (workspace_id, id desc) where unknown is not null or state = 'failed';
call make_tenant_table('webhook_bodies');
call open_to_system('webhook_bodies');

-- A stored file as the provider knows it: its media ids live 30 days and belong to one number.
create table provider_media (
  workspace_id uuid not null,
  number_id uuid not null,
  file_id uuid not null,
  media_id text not null,
  uploaded_at timestamptz not null,
  primary key (workspace_id, number_id, file_id),
  foreign key (workspace_id, number_id) references numbers on delete cascade,
  foreign key (workspace_id, file_id) references files on delete cascade
);
call make_tenant_table('provider_media');
