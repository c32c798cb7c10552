-- Message templates, one row per name and language.

create table templates (
  workspace_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  name text not null check (name ~ '^[a-z0-9_]+$' and length(name) <= 512),
  language text not null,
  category text not null check (category in ('marketing', 'utility', 'authentication')),
  status text not null default 'draft' check (status in
    ('draft', 'pending', 'approved', 'rejected', 'paused', 'disabled', 'in_appeal', 'archived', 'deleted')),
  variable_format text not null default 'positional' check (variable_format in ('positional', 'named')),
  -- Header, body, footer, buttons in our words (whatsapp/template-model.ts): as the provider has them,
  -- or as written while nothing was handed in.
  content jsonb not null,
  time_to_live_seconds int,
  -- Changes that were not handed in yet: category, content, timeToLiveSeconds. What is sent stays `content`.
  pending_edit jsonb,
  -- Contact field or fixed text for each variable: what a campaign offers first.
  variables jsonb not null default '{}',
  -- The stored file that each media header sends: {"header": {"fileId", "name", "mimeType", "size"}}.
  media jsonb not null default '{}',
  remote_id text,
  -- Why it stands where it stands: the provider's code, its own words, and what it advises.
  status_reason text,
  status_detail text,
  status_advice text,
  -- Category that the provider will move it to, and when.
  announced_category text,
  announced_for timestamptz,
  quality text not null default 'unknown' check (quality in ('high', 'medium', 'low', 'unknown')),
  favourite boolean not null default false,
  -- When the approved template was edited, for the limits of one a day and ten in 30 days.
  edited_at timestamptz[] not null default '{}',
  -- Last news of each kind that was applied: {"status": {"at", "key"}}. Older and repeated news change nothing.
  heard jsonb not null default '{}',
  submitted_at timestamptz,
  reviewed_at timestamptz,
  deleted_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references whatsapp_accounts on delete cascade
);
create unique index templates_name on templates (workspace_id, account_id, name, language) where status <> 'deleted';
create unique index templates_remote on templates (workspace_id, remote_id) where remote_id is not null;
create index templates_newest on templates (workspace_id, updated_at desc, id desc);
call make_tenant_table('templates');

-- A file of a template as the provider keeps it for one number; such uploads end after 30 days.
create table template_uploads (
  workspace_id uuid not null,
  file_id uuid not null,
  number_id uuid not null,
  media_id text not null,
  expires_at timestamptz not null,
  primary key (workspace_id, file_id, number_id),
  foreign key (workspace_id, file_id) references files on delete cascade,
  foreign key (workspace_id, number_id) references numbers on delete cascade
);
call make_tenant_table('template_uploads');
