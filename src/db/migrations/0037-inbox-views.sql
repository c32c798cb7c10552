-- Filters of the inbox that somebody keeps under a name: for themselves, or for the whole team.

create table inbox_views (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  -- Whose it is; null: the team's.
  user_id uuid,
  name text not null check (length(name) between 1 and 60),
  -- As the list takes it. What it names may be deleted: the view says so when it is read.
  filter jsonb not null,
  position int not null,
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, user_id) references memberships on delete cascade
);
create unique index inbox_views_name on inbox_views (workspace_id, user_id, lower(name)) nulls not distinct;
call make_tenant_table('inbox_views');
