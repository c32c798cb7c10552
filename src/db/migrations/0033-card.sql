-- Contacts that are being deleted with everything of theirs: the row says what is left to do, and is gone when it is done.
alter table contacts add column erasing_at timestamptz;
alter table contacts drop constraint contacts_check;
alter table contacts add constraint contacts_check
  check (phone is not null or wa_id is not null or wa_user_id is not null or erasing_at is not null);

create table contact_erasures (
  workspace_id uuid not null references workspaces (id) on delete cascade,
  contact_id uuid not null,
  -- Phone digits and WhatsApp user id, by which what was received is found; the contact no longer has them.
  known_by text[] not null,
  counts jsonb not null,
  actor jsonb not null,
  requested_at timestamptz not null,
  primary key (workspace_id, contact_id)
);
call make_tenant_table('contact_erasures');
create index contact_erasures_oldest on contact_erasures (workspace_id, requested_at, contact_id);
