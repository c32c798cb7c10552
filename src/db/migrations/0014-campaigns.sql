-- Segments; what campaigns cost; SMS to whom WhatsApp cannot reach.

-- Kept conditions over contacts.
create table segments (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  conditions jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index segments_name on segments (workspace_id, lower(name));
create index segments_newest on segments (workspace_id, created_at desc, id desc);
call make_tenant_table('segments');

-- The template's category when the campaign was started or scheduled: another one costs something else, and is asked.
alter table campaigns add column template_category text;
