-- What the rows of an imported file become, and how to know a file that was loaded before.
alter table imports
  add column kind text not null default 'contacts' check (kind in ('contacts', 'deals')),
  add column digest text;
drop index imports_newest;
create index imports_newest on imports (workspace_id, kind, created_at desc, id desc);
create index imports_of_digest on imports (workspace_id, kind, digest) where digest is not null;
