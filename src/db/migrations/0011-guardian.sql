-- The guardian: what its rules ask in this workspace, the reasons given in spite of them, and sending plans.

-- How the people of a list came to the business; null: nobody said so yet.
alter table lists add column origin text
  check (origin in ('customers', 'sign_up', 'event', 'chats', 'other_owned', 'bought'));

-- Follows a sending plan day by day, instead of going to everybody at once.
alter table campaigns add column planned boolean not null default false;

-- The numbers of a rule that this workspace changed.
create table guardian_settings (
  workspace_id uuid not null references workspaces on delete cascade,
  rule text not null,
  parameters jsonb not null,
  updated_at timestamptz not null,
  updated_by jsonb not null default '{}',
  primary key (workspace_id, rule)
);
call make_tenant_table('guardian_settings');

-- Numbers that sent in bulk before they came here, as the owner declared.
create table guardian_proven_numbers (
  workspace_id uuid not null,
  number_id uuid not null,
  declared_at timestamptz not null,
  declared_by jsonb not null,
  primary key (workspace_id, number_id),
  foreign key (workspace_id, number_id) references numbers on delete cascade
);
call make_tenant_table('guardian_proven_numbers');

-- Why a campaign was started in spite of a rule: one reason per rule, holding for so much of it as there was then.
create table guardian_answers (
  workspace_id uuid not null,
  campaign_id uuid not null,
  rule text not null,
  says text not null,
  level text not null check (level in ('block', 'warn', 'inform')),
  measure double precision not null,
  numbers jsonb not null,
  reason text not null,
  actor jsonb not null,
  at timestamptz not null,
  primary key (workspace_id, campaign_id, rule),
  foreign key (workspace_id, campaign_id) references campaigns on delete cascade
);
call make_tenant_table('guardian_answers');

-- The plan that a campaign follows.
create table campaign_plans (
  workspace_id uuid not null,
  campaign_id uuid not null,
  number_id uuid not null,
  -- Local time at which each wave begins.
  time_of_day time not null,
  -- Why the waves are as they are: 'start', or what changed since: 'quality', 'limit', 'people', 'standing'.
  planned_because text not null default 'start',
  planned_at timestamptz not null,
  -- Why the next wave does not leave: 'check_open', 'stopped', 'banned'; null: nothing holds it.
  held_kind text,
  primary key (workspace_id, campaign_id),
  foreign key (workspace_id, campaign_id) references campaigns on delete cascade,
  foreign key (workspace_id, number_id) references numbers on delete cascade
);
create index campaign_plans_by_number on campaign_plans (workspace_id, number_id);
call make_tenant_table('campaign_plans');

-- The parts of a planned campaign: planned → sending → checking (sent, quality is looked at 24 hours later) → done.
create table campaign_waves (
  workspace_id uuid not null,
  campaign_id uuid not null,
  position int not null,
  -- Day in the workspace's time zone.
  day date not null,
  due_at timestamptz not null,
  -- People planned, by warmth, and how many were handed to sending.
  people int not null check (people > 0),
  warm int not null,
  known int not null,
  cold int not null,
  fed int not null default 0,
  -- Why so many: stage of the number, what bound the size, what the day would have allowed.
  stage text not null,
  bound text not null,
  allowed int,
  state text not null default 'planned' check (state in ('planned', 'sending', 'checking', 'done')),
  started_at timestamptz,
  ended_at timestamptz,
  checked_at timestamptz,
  -- What the check found.
  quality text,
  primary key (workspace_id, campaign_id, position),
  foreign key (workspace_id, campaign_id) references campaign_plans on delete cascade
);
create index campaign_waves_open on campaign_waves (workspace_id, campaign_id, position) where state <> 'done';
call make_tenant_table('campaign_waves');
