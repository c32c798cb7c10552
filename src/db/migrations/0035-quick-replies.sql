-- Texts that one writes often: of the whole team, or of one person.
create table quick_replies (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  -- Whose it is; null: the whole team's.
  user_id uuid,
  -- Typed behind a slash.
  shortcut text not null check (shortcut ~ '^[a-z0-9][a-z0-9_-]{0,29}$'),
  -- Empty where the file says it all.
  text text not null,
  -- Goes with it.
  file_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, user_id) references memberships on delete cascade,
  foreign key (workspace_id, file_id) references files
);
create unique index quick_replies_shared on quick_replies (workspace_id, shortcut) where user_id is null;
create unique index quick_replies_own on quick_replies (workspace_id, user_id, shortcut) where user_id is not null;
call make_tenant_table('quick_replies');
