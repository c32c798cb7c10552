-- The team: whose a new contact is, why conversations are closed, when people work, who gets new conversations, who is there.

-- The person who made it by hand or in a chat of theirs, when they see only what is assigned to them.
alter table contacts add column made_by uuid;
create index contacts_made_by on contacts (workspace_id, made_by) where made_by is not null;

create table team_settings (
  workspace_id uuid not null references workspaces on delete cascade,
  -- Offered when a conversation is closed.
  close_reasons text[] not null default '{}',
  -- Per day of the week, 1 is Monday: [{"day": 1, "from": "09:00", "to": "13:00"}], on the workspace's clock; null: always.
  hours jsonb,
  -- Rules give away what customers wrote since then; null: they are off.
  rules_since timestamptz,
  primary key (workspace_id)
);
call make_tenant_table('team_settings');

-- Hours of one person, instead of the workspace's.
create table member_hours (
  workspace_id uuid not null,
  user_id uuid not null,
  hours jsonb not null,
  -- IANA name; null: the workspace's.
  time_zone text,
  primary key (workspace_id, user_id),
  foreign key (workspace_id, user_id) references memberships on delete cascade
);
call make_tenant_table('member_hours');

-- Tried in order; the first that knows somebody decides.
create table assignment_rules (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  position int not null,
  name text not null,
  way text not null check (way in ('keep_last', 'round_robin', 'least_busy')),
  -- Which conversations: tagIds, languages, numberIds; a kind left out holds for all.
  conditions jsonb not null default '{}',
  -- Among whom; empty: everybody who answers chats.
  user_ids uuid[] not null default '{}',
  -- Only who is at work by their hours, only who is online, only who has fewer open conversations than that.
  in_hours boolean not null default true,
  if_online boolean not null default true,
  most_open int check (most_open > 0),
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
call make_tenant_table('assignment_rules');

-- When each person last got a conversation by a rule: round robin goes on from there.
create table assignment_turns (
  workspace_id uuid not null,
  rule_id uuid not null,
  user_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, rule_id, user_id),
  foreign key (workspace_id, rule_id) references assignment_rules on delete cascade,
  foreign key (workspace_id, user_id) references memberships on delete cascade
);
call make_tenant_table('assignment_turns');

-- What a person chose to be, and when a tab of theirs was last there and last had their hands on it.
create table presence (
  workspace_id uuid not null,
  user_id uuid not null,
  chosen text not null default 'online' check (chosen in ('online', 'away', 'busy')),
  seen_at timestamptz not null,
  active_at timestamptz not null,
  primary key (workspace_id, user_id),
  foreign key (workspace_id, user_id) references memberships on delete cascade
);
call make_tenant_table('presence');

-- Set while the person types in the conversation that the tab shows.
alter table attention add column typing_at timestamptz;
create index attention_of_conversation on attention (workspace_id, conversation_id) where conversation_id is not null;

-- The product looks for workspaces whose rules are on.
create policy system on team_settings for select to rondine_system using (true);
grant select on team_settings to rondine_system;
