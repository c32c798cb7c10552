-- Edits and withdrawals that came before the messages they are about; kept for some days, some thousand at most.
create table early_amendments (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  -- The provider's id of the message that is to come.
  provider_id text not null,
  -- The provider's id of what tells the change: repeated deliveries have the same.
  told_by text not null,
  change jsonb not null,
  -- Null: it was withdrawn.
  edited_at timestamptz,
  -- WhatsApp ids of whoever wrote it, by which it is found when they are deleted.
  known_by text[] not null,
  kept_at timestamptz not null,
  primary key (workspace_id, provider_id, told_by)
);
create index early_amendments_oldest on early_amendments (workspace_id, kept_at);
call make_tenant_table('early_amendments');

-- Pictures and films of the advertisements and posts from which customers came.
create table ad_pictures (
  workspace_id uuid not null,
  message_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'ready', 'failed')),
  file_id uuid,
  failure text,
  asked_at timestamptz not null,
  primary key (workspace_id, message_id),
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade,
  foreign key (workspace_id, file_id) references files (workspace_id, id)
);
create index ad_pictures_by_file on ad_pictures (workspace_id, file_id) where file_id is not null;
call make_tenant_table('ad_pictures');
