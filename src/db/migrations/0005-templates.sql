-- Message templates, one row per name and language.

create table templates (
  workspace_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  name text not null check (name ~ '^[a-z0-9_]{1,512}$'),
  language text not null,
  category text not null check (category in ('marketing', 'utility', 'authentication')),
  status text not null default 'draft' check (status in
    ('draft', 'pending', 'approved', 'rejected', 'paused', 'disabled', 'in_appeal', 'archived', 'deleted')),
  -- Header, body, footer, buttons in our words (whatsapp/template-model.ts).
  content jsonb not null,
  -- Contact field or fixed text for each variable: what a campaign offers first.
  variables jsonb not null default '{}',
  remote_id text,
  rejection_reason text,
  quality text not null default 'unknown' check (quality in ('high', 'medium', 'low', 'unknown')),
  favourite boolean not null default false,
  submitted_at timestamptz,
  reviewed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references whatsapp_accounts on delete cascade
);
create unique index templates_name on templates (workspace_id, account_id, name, language) where status <> 'deleted';
create unique index templates_remote on templates (workspace_id, remote_id) where remote_id is not null;
create index templates_newest on templates (workspace_id, updated_at desc, id desc);
call make_tenant_table('templates');
