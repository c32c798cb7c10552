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
  -- What a list sorted by name goes by: the name, or else the best thing the person is known by.
  name_key text generated always as (
    lower(coalesce(nullif(trim(first_name || ' ' || last_name), ''), nullif(profile_name, ''), username, phone, wa_user_id, ''))
  ) stored,
  primary key (workspace_id, id),
  check (phone is not null or wa_id is not null or wa_user_id is not null)
);
create unique index contacts_phone on contacts (workspace_id, phone) where phone is not null;
create unique index contacts_wa_id on contacts (workspace_id, wa_id) where wa_id is not null;
create unique index contacts_wa_user_id on contacts (workspace_id, wa_user_id) where wa_user_id is not null;
create index contacts_newest on contacts (workspace_id, created_at desc, id desc);
create index contacts_by_name on contacts (workspace_id, name_key, id);
create index contacts_unsubscribed on contacts (workspace_id, consent_at) where consent = 'unsubscribed';
create index contacts_search on contacts using gin (search gin_trgm_ops);
call make_tenant_table('contacts');
create policy system on contacts for select to rondine_system using (true);
grant select on contacts to rondine_system;

-- Contacts of this transaction's workspace whose search text is like `pattern`, at most `most` of them.
-- LIKE may leak what it compares, so under row-level security the planner keeps it away from the index; as the
-- system role, which no policy limits, it may use it, and the workspace is checked here.
create function contacts_matching(pattern text, most int) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select id from contacts
  where workspace_id = app_workspace_id() and search like pattern
  limit most
$$;
revoke all on function contacts_matching from public;
grant execute on function contacts_matching to rondine_app;
grant create on schema public to rondine_system;
alter function contacts_matching owner to rondine_system;
revoke create on schema public from rondine_system;

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
  -- Moved by a trigger in the transaction that tags or untags: large tags are not counted at each look.
  contact_count int not null default 0,
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

create function count_tagged() returns trigger language plpgsql as $$
begin
  update tags t set contact_count = t.contact_count + case tg_op when 'INSERT' then n.count else -n.count end
  from (select workspace_id, tag_id, count(*)::int as count from changed group by 1, 2) n
  where t.workspace_id = n.workspace_id and t.id = n.tag_id;
  return null;
end $$;
create trigger count_tagged_more after insert on contact_tags
  referencing new table as changed for each statement execute function count_tagged();
create trigger count_tagged_less after delete on contact_tags
  referencing old table as changed for each statement execute function count_tagged();

create table lists (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  -- Moved by a trigger in the transaction that adds or removes members.
  member_count int not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index lists_name on lists (workspace_id, lower(name));
create index lists_newest on lists (workspace_id, created_at desc, id desc);
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

create function count_members() returns trigger language plpgsql as $$
begin
  update lists l set member_count = l.member_count + case tg_op when 'INSERT' then n.count else -n.count end
  from (select workspace_id, list_id, count(*)::int as count from changed group by 1, 2) n
  where l.workspace_id = n.workspace_id and l.id = n.list_id;
  return null;
end $$;
create trigger count_members_more after insert on list_members
  referencing new table as changed for each statement execute function count_members();
create trigger count_members_less after delete on list_members
  referencing old table as changed for each statement execute function count_members();

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
  -- Rows of the file that are settled, header and empty ones included: where the import goes on.
  done_rows int not null default 0,
  created_count int not null default 0,
  updated_count int not null default 0,
  skipped_count int not null default 0,
  rejected_count int not null default 0,
  failure text,
  -- Moved with each batch; an import that runs and has an old one lost its worker.
  alive_at timestamptz,
  created_by jsonb not null default '{}',
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, file_id) references files
);
create index imports_newest on imports (workspace_id, created_at desc, id desc);
create index imports_running on imports (alive_at) where state in ('queued', 'running');
call make_tenant_table('imports');
call open_to_system('imports');

create table import_rejections (
  workspace_id uuid not null,
  import_id uuid not null,
  row_number int not null,
  -- The row as it was in the file: an array of texts.
  cells jsonb not null,
  reason text not null,
  primary key (workspace_id, import_id, row_number),
  foreign key (workspace_id, import_id) references imports on delete cascade
);
call make_tenant_table('import_rejections');
