-- What the guardian watches: how numbers and templates fare, what it stopped and held back, and its words.

-- One row for each change of what the provider says of a number; the last one holds until now.
create table number_sightings (
  workspace_id uuid not null,
  id uuid not null,
  number_id uuid not null,
  at timestamptz not null,
  quality text not null check (quality in ('high', 'medium', 'low', 'unknown')),
  status text not null,
  account_state text not null,
  messaging_limit int,
  primary key (workspace_id, id),
  foreign key (workspace_id, number_id) references numbers on delete cascade
);
create index number_sightings_by_number on number_sightings (workspace_id, number_id, at desc, id desc);
call make_tenant_table('number_sightings');

create table template_sightings (
  workspace_id uuid not null,
  id uuid not null,
  template_id uuid not null,
  at timestamptz not null,
  quality text not null check (quality in ('high', 'medium', 'low', 'unknown')),
  status text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, template_id) references templates on delete cascade
);
create index template_sightings_by_template on template_sightings (workspace_id, template_id, at desc, id desc);
create index template_sightings_newest on template_sightings (workspace_id, at desc, id desc);
call make_tenant_table('template_sightings');

-- Where a number stands after what its quality did (features/guardian/watch/quality-stage.ts). No row: free.
create table number_stages (
  workspace_id uuid not null,
  number_id uuid not null,
  stage text not null check (stage in ('free', 'stopped', 'recovering', 'restricted', 'banned')),
  -- What brought it there: 'low', 'flagged', 'restricted', 'banned'.
  cause text,
  since timestamptz not null,
  stopped_until timestamptz,
  recovering_until timestamptz,
  -- When the trouble began that it is still coming out of: steps of the guide belong to it.
  trouble_since timestamptz,
  -- How often the quality was low again within the same trouble.
  relapses int not null default 0,
  last_low_at timestamptz,
  primary key (workspace_id, number_id),
  foreign key (workspace_id, number_id) references numbers on delete cascade
);
-- What passes by itself with time is looked for by it.
create index number_stages_ending on number_stages (coalesce(stopped_until, recovering_until))
  where stage in ('stopped', 'recovering');
call make_tenant_table('number_stages');
call open_to_system('number_stages');

-- Set while the guardian stops bulk: nobody lets it go on by hand. 'number_resting', 'number_restricted', 'number_banned'.
alter table numbers add column stop_kind text;

alter table whatsapp_accounts drop constraint whatsapp_accounts_state_check;
alter table whatsapp_accounts add constraint whatsapp_accounts_state_check
  check (state in ('connected', 'token_invalid', 'restricted', 'banned', 'disconnected'));

-- People to whom campaigns of a number handed a message on each day of the workspace's time zone.
create table bulk_days (
  workspace_id uuid not null,
  number_id uuid not null,
  day date not null,
  people int not null,
  primary key (workspace_id, number_id, day),
  foreign key (workspace_id, number_id) references numbers on delete cascade
);
call make_tenant_table('bulk_days');

-- What the guardian decided, for people to read. `what` is one of a closed list (guardian.contract.ts).
create table guardian_log (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  at timestamptz not null,
  what text not null,
  number_id uuid,
  campaign_id uuid,
  template_id uuid,
  -- How many people it concerns, where it concerns people; added up within a day.
  people int,
  -- Until when it lasts, the rule's numbers, and other figures that its sentence needs.
  until timestamptz,
  numbers jsonb not null default '{}',
  -- Entries that are added up: the same key is the same entry.
  adds_up text,
  primary key (workspace_id, id),
  foreign key (workspace_id, number_id) references numbers on delete cascade,
  foreign key (workspace_id, campaign_id) references campaigns on delete cascade,
  foreign key (workspace_id, template_id) references templates on delete cascade
);
create index guardian_log_newest on guardian_log (workspace_id, at desc, id desc);
create unique index guardian_log_adds_up on guardian_log (workspace_id, adds_up) where adds_up is not null;
call make_tenant_table('guardian_log');

-- Steps of the guide for a number in trouble that people ticked.
create table guardian_steps (
  workspace_id uuid not null,
  number_id uuid not null,
  trouble_since timestamptz not null,
  step text not null,
  done_at timestamptz not null,
  done_by jsonb not null default '{}',
  primary key (workspace_id, number_id, trouble_since, step),
  foreign key (workspace_id, number_id) references numbers on delete cascade
);
call make_tenant_table('guardian_steps');

-- Phrases that the workspace counts as spam besides the built-in ones, and built-in ones that it may use.
create table guardian_words (
  workspace_id uuid not null references workspaces on delete cascade,
  added text[] not null default '{}',
  allowed text[] not null default '{}',
  updated_at timestamptz not null,
  primary key (workspace_id)
);
call make_tenant_table('guardian_words');
