-- Contacts, consent, tags, lists, custom fields, imports, stored files.

create extension if not exists pg_trgm;

create table contacts (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  phone text check (phone ~ '^\+[1-9][0-9]{5,14}$'),
  -- Meta's spelling of the number, digits only: may differ from phone (Brazil, Mexico, Argentina).
  wa_id text,
  -- Business-scoped user id: the key of people whose number is hidden.
  wa_user_id text,
  username text,
  profile_name text,
  first_name text not null default '',
  last_name text not null default '',
  email text,
  language text,
  consent text not null default 'not_declared' check (consent in ('not_declared', 'subscribed', 'unsubscribed')),
  consent_source text,
  consent_at timestamptz,
  blocked_at timestamptz,
  unreachable_at timestamptz,
  notes text not null default '',
  -- Values of custom fields by code; text, number, boolean, 'YYYY-MM-DD' or ISO date-time.
  fields jsonb not null default '{}',
  source text not null default 'manual',
  last_inbound_at timestamptz,
  last_outbound_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  search text generated always as (
    lower(first_name || ' ' || last_name || ' ' || coalesce(profile_name, '') || ' ' || coalesce(phone, '') || ' ' ||
          coalesce(email, '') || ' ' || coalesce(username, ''))
  ) stored,
  primary key (workspace_id, id),
  check (phone is not null or wa_id is not null or wa_user_id is not null)
);
create unique index contacts_phone on contacts (workspace_id, phone) where phone is not null;
create unique index contacts_wa_id on contacts (workspace_id, wa_id) where wa_id is not null;
create unique index contacts_wa_user_id on contacts (workspace_id, wa_user_id) where wa_user_id is not null;
create index contacts_newest on contacts (workspace_id, created_at desc, id desc);
create index contacts_by_name on contacts (workspace_id, lower(first_name), lower(last_name), id);
create index contacts_search on contacts using gin (search gin_trgm_ops);
call make_tenant_table('contacts');

create table consent_changes (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  consent text not null check (consent in ('not_declared', 'subscribed', 'unsubscribed')),
  source text not null,
  note text,
  actor jsonb not null default '{}',
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts on delete cascade
);
create index consent_changes_by_contact on consent_changes (workspace_id, contact_id, at desc);
call make_tenant_table('consent_changes');

create table tags (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index tags_name on tags (workspace_id, lower(name));
call make_tenant_table('tags');

create table contact_tags (
  workspace_id uuid not null,
  contact_id uuid not null,
  tag_id uuid not null,
  primary key (workspace_id, contact_id, tag_id),
  foreign key (workspace_id, contact_id) references contacts on delete cascade,
  foreign key (workspace_id, tag_id) references tags on delete cascade
);
create index contact_tags_by_tag on contact_tags (workspace_id, tag_id, contact_id);
call make_tenant_table('contact_tags');

create table lists (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index lists_name on lists (workspace_id, lower(name));
call make_tenant_table('lists');

create table list_members (
  workspace_id uuid not null,
  list_id uuid not null,
  contact_id uuid not null,
  added_at timestamptz not null,
  primary key (workspace_id, list_id, contact_id),
  foreign key (workspace_id, list_id) references lists on delete cascade,
  foreign key (workspace_id, contact_id) references contacts on delete cascade
);
create index list_members_by_contact on list_members (workspace_id, contact_id, list_id);
call make_tenant_table('list_members');

create table contact_fields (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  code text not null check (code ~ '^[A-Z][A-Z0-9_]{0,39}$'),
  label text not null check (length(label) between 1 and 60),
  type text not null check (type in ('text', 'number', 'boolean', 'date', 'datetime')),
  example text not null default '',
  shown boolean not null default true,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, code)
);
call make_tenant_table('contact_fields');

-- A stored file (media, an import's upload): the bytes are in DATA_DIR/files, or wherever the file store keeps them.
create table files (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  name text not null,
  mime_type text not null,
  size bigint not null,
  sha256 text not null,
  purpose text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
call make_tenant_table('files');

create table imports (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  file_id uuid not null,
  file_name text not null,
  state text not null check (state in ('uploaded', 'queued', 'running', 'completed', 'failed', 'cancelled')),
  -- Encoding, delimiter, header and sample rows, as found in the file.
  detected jsonb not null,
  -- Columns to fields, list and tag choices, what to do with existing contacts.
  options jsonb,
  total_bytes bigint not null,
  done_bytes bigint not null default 0,
  row_count int not null default 0,
  created_count int not null default 0,
  updated_count int not null default 0,
  skipped_count int not null default 0,
  rejected_count int not null default 0,
  failure text,
  created_by jsonb not null default '{}',
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, file_id) references files
);
create index imports_newest on imports (workspace_id, created_at desc, id desc);
call make_tenant_table('imports');

create table import_rejections (
  workspace_id uuid not null,
  import_id uuid not null,
  row_number int not null,
  cells text[] not null,
  reason text not null,
  primary key (workspace_id, import_id, row_number),
  foreign key (workspace_id, import_id) references imports on delete cascade
);
call make_tenant_table('import_rejections');
