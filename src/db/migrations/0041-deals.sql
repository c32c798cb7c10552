-- Deals: pipelines and their stages, deals with their contacts, activities and history, rates, goals, running figures.

-- One row per workspace; whoever configures pipelines holds it, so that two people do not at once.
create table deal_settings (
  workspace_id uuid primary key references workspaces on delete cascade,
  -- What sums are told in.
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- What every deal must have besides contacts, title, pipeline, stage and owner.
  required_fields text[] not null default '{}'
);
call make_tenant_table('deal_settings');

create table pipelines (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  position int not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index pipelines_name on pipelines (workspace_id, lower(name));
call make_tenant_table('pipelines');

-- Won and Lost are of every pipeline and stand behind the open ones.
create table stages (
  workspace_id uuid not null,
  id uuid not null,
  pipeline_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  kind text not null default 'open' check (kind in ('open', 'won', 'lost')),
  kind_rank smallint generated always as (case kind when 'open' then 0 when 'won' then 1 else 2 end) stored,
  probability smallint not null check (probability between 0 and 100),
  position int not null,
  -- A deal that is longer than this in an open stage is getting old.
  rotting_days int check (rotting_days between 1 and 3650),
  -- What a deal must have to be in it, besides what every deal must have.
  required_fields text[] not null default '{}',
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, pipeline_id, id),
  foreign key (workspace_id, pipeline_id) references pipelines on delete cascade,
  check (kind <> 'won' or probability = 100),
  check (kind <> 'lost' or probability = 0)
);
create unique index stages_name on stages (workspace_id, pipeline_id, lower(name));
create unique index stages_end on stages (workspace_id, pipeline_id, kind) where kind <> 'open';
call make_tenant_table('stages');

-- One that deals name is not deleted but no longer offered.
create table lost_reasons (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  position int not null,
  retired_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index lost_reasons_name on lost_reasons (workspace_id, lower(name)) where retired_at is null;
call make_tenant_table('lost_reasons');

-- What one unit of a currency is worth in the workspace's.
create table currency_rates (
  workspace_id uuid not null references workspaces on delete cascade,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  rate double precision not null check (rate > 0 and rate < 1e12),
  source text not null check (source in ('entered', 'imported')),
  as_of date not null,
  primary key (workspace_id, currency)
);
call make_tenant_table('currency_rates');

create table deals (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  title text not null check (length(title) between 1 and 256),
  -- The contact whose name the title is, while nobody has written another.
  title_from uuid,
  pipeline_id uuid not null,
  stage_id uuid not null,
  -- Place on the board within the stage; gaps are halved, and written anew when they are used up.
  place double precision not null,
  owner_id uuid,
  -- In the smallest unit of the currency.
  amount bigint check (amount between 0 and 1000000000000000),
  currency text check (currency ~ '^[A-Z]{3}$'),
  -- The amount in the workspace's currency; null without an amount or a rate.
  worth bigint,
  -- When it is expected to close; the day on which it closed, when nothing was said before.
  close_on date,
  reference text check (length(reference) between 1 and 256),
  lost_reason_id uuid,
  lost_note text check (length(lost_note) between 1 and 1024),
  -- Follows the kind of its stage.
  state text not null check (state in ('open', 'won', 'lost')),
  stage_since timestamptz not null,
  closed_at timestamptz,
  created_by jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Counts its changes: who writes on top of an older one can be told.
  version int not null default 1,
  title_key text generated always as (lower(title)) stored,
  search text generated always as (lower(title || ' ' || coalesce(reference, ''))) stored,
  primary key (workspace_id, id),
  foreign key (workspace_id, pipeline_id, stage_id) references stages (workspace_id, pipeline_id, id),
  foreign key (workspace_id, owner_id) references memberships on delete set null (owner_id),
  foreign key (workspace_id, lost_reason_id) references lost_reasons,
  check (amount is null or currency is not null),
  check ((closed_at is null) = (state = 'open'))
);
create index deals_board on deals (workspace_id, stage_id, place, id);
-- One per order of the list.
create index deals_by_creation on deals (workspace_id, created_at, id);
create index deals_by_change on deals (workspace_id, updated_at, id);
create index deals_by_title on deals (workspace_id, title_key, id);
create index deals_by_close on deals (workspace_id, (coalesce(close_on, '9999-12-31'::date)), id);
create index deals_by_worth on deals (workspace_id, (coalesce(worth, -1)), id);
-- One per filter; the list is mostly read newest first.
create index deals_by_pipeline on deals (workspace_id, pipeline_id, created_at, id);
create index deals_by_owner on deals (workspace_id, owner_id, created_at, id);
create index deals_open on deals (workspace_id, created_at, id) where state = 'open';
create index deals_closed on deals (workspace_id, closed_at) where closed_at is not null;
create index deals_by_reference on deals (workspace_id, lower(reference)) where reference is not null;
create index deals_by_lost_reason on deals (workspace_id, lost_reason_id) where lost_reason_id is not null;
create index deals_by_title_from on deals (workspace_id, title_from) where title_from is not null;
create index deals_search on deals using gin (search gin_trgm_ops);
call make_tenant_table('deals');
create policy system on deals for select to rondine_system using (true);
grant select on deals to rondine_system;

-- Deals of this transaction's workspace whose title or reference is like `pattern`, at most `most` of them; see
-- contacts_matching for why the system role looks.
create function deals_matching(pattern text, most int) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select id from deals where workspace_id = app_workspace_id() and search like pattern limit most
$$;
revoke all on function deals_matching from public;
grant execute on function deals_matching to rondine_app;
grant create on schema public to rondine_system;
alter function deals_matching owner to rondine_system;
revoke create on schema public from rondine_system;

create table deal_contacts (
  workspace_id uuid not null,
  deal_id uuid not null,
  contact_id uuid not null,
  -- The first is the one that a deal is shown with.
  position int not null,
  primary key (workspace_id, deal_id, contact_id),
  foreign key (workspace_id, deal_id) references deals on delete cascade,
  foreign key (workspace_id, contact_id) references contacts on delete cascade
);
create index deal_contacts_by_contact on deal_contacts (workspace_id, contact_id, deal_id);
call make_tenant_table('deal_contacts');

create table deal_activities (
  workspace_id uuid not null,
  id uuid not null,
  deal_id uuid not null,
  kind text not null check (kind in ('call', 'meeting', 'message', 'email', 'task')),
  title text not null check (length(title) between 1 and 256),
  due_at timestamptz not null,
  remind_at timestamptz,
  reminded_at timestamptz,
  done_at timestamptz,
  owner_id uuid,
  created_by jsonb not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, deal_id) references deals on delete cascade,
  foreign key (workspace_id, owner_id) references memberships on delete set null (owner_id)
);
create index deal_activities_by_deal on deal_activities (workspace_id, deal_id, due_at, id);
create index deal_activities_to_do on deal_activities (workspace_id, due_at, id) where done_at is null;
create index deal_activities_next on deal_activities (workspace_id, deal_id, due_at, id) where done_at is null;
create index deal_activities_by_owner on deal_activities (workspace_id, owner_id, due_at, id) where done_at is null;
call make_tenant_table('deal_activities');

-- Everything that happened to a deal. Entries that have a stage tell that the deal came into it: what cycle times and
-- conversions are counted from.
create table deal_history (
  workspace_id uuid not null,
  id uuid not null,
  deal_id uuid not null,
  kind text not null check (kind in ('created', 'changed', 'moved', 'contact_added', 'contact_removed',
    'activity_planned', 'activity_done')),
  -- Field by field, before and after.
  changes jsonb not null default '[]',
  -- Of contact_added and contact_removed.
  contact_id uuid,
  -- Title of an activity planned or done.
  activity text,
  pipeline_id uuid,
  stage_id uuid,
  actor jsonb not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, deal_id) references deals on delete cascade,
  foreign key (workspace_id, stage_id) references stages on delete set null (stage_id)
);
create index deal_history_by_deal on deal_history (workspace_id, deal_id, at, id);
create index deal_history_by_stage on deal_history (workspace_id, pipeline_id, stage_id, deal_id) where stage_id is not null;
create index deal_history_by_contact on deal_history (workspace_id, contact_id) where contact_id is not null;
call make_tenant_table('deal_history');

-- What a member is to win in a month, in the workspace's currency.
create table deal_goals (
  workspace_id uuid not null,
  owner_id uuid not null,
  month date not null check (extract(day from month) = 1),
  amount bigint not null check (amount between 0 and 1000000000000000),
  primary key (workspace_id, owner_id, month),
  foreign key (workspace_id, owner_id) references memberships on delete cascade
);
create index deal_goals_by_month on deal_goals (workspace_id, month);
call make_tenant_table('deal_goals');

-- What each stage and currency gained or lost. Rows are only added, one per statement that moves deals, so that nobody
-- waits; a job adds them up. Their sums are exact at every moment.
create table deal_tallies (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null default gen_random_uuid(),
  stage_id uuid not null,
  currency text,
  deals int not null,
  amount numeric not null,
  worth numeric not null,
  -- Deals with an amount in a currency that has no rate.
  unrated int not null,
  folded boolean not null default false,
  primary key (workspace_id, id)
);
create index deal_tallies_by_stage on deal_tallies (workspace_id, stage_id);
create index deal_tallies_loose on deal_tallies (workspace_id) where not folded;
call make_tenant_table('deal_tallies');
call open_to_system('deal_tallies');

create function tally_deals() returns trigger language plpgsql as $$
begin
  insert into deal_tallies (workspace_id, stage_id, currency, deals, amount, worth, unrated)
  select workspace_id, stage_id, case when amount is not null then currency end, count(*), coalesce(sum(amount), 0),
    coalesce(sum(worth), 0), count(*) filter (where amount is not null and worth is null)
  from after group by 1, 2, 3;
  return null;
end $$;
create function untally_deals() returns trigger language plpgsql as $$
begin
  insert into deal_tallies (workspace_id, stage_id, currency, deals, amount, worth, unrated)
  select workspace_id, stage_id, case when amount is not null then currency end, -count(*), -coalesce(sum(amount), 0),
    -coalesce(sum(worth), 0), -count(*) filter (where amount is not null and worth is null)
  -- A workspace that is being deleted takes its figures along.
  from before where exists (select 1 from workspaces w where w.id = before.workspace_id)
  group by 1, 2, 3;
  return null;
end $$;
create function retally_deals() returns trigger language plpgsql as $$
begin
  insert into deal_tallies (workspace_id, stage_id, currency, deals, amount, worth, unrated)
  select workspace_id, stage_id, currency, sum(n), coalesce(sum(n * amount), 0), coalesce(sum(n * worth), 0),
    coalesce(sum(n) filter (where amount is not null and worth is null), 0)
  from (
    select o.workspace_id, o.stage_id, case when o.amount is not null then o.currency end as currency, o.amount,
      o.worth, -1 as n
    from before o join after a using (workspace_id, id)
    where (o.stage_id, o.currency, o.amount, o.worth) is distinct from (a.stage_id, a.currency, a.amount, a.worth)
    union all
    select a.workspace_id, a.stage_id, case when a.amount is not null then a.currency end, a.amount, a.worth, 1
    from before o join after a using (workspace_id, id)
    where (o.stage_id, o.currency, o.amount, o.worth) is distinct from (a.stage_id, a.currency, a.amount, a.worth)
  ) moved where exists (select 1 from workspaces w where w.id = moved.workspace_id)
  group by 1, 2, 3;
  return null;
end $$;
create trigger tally_new after insert on deals
  referencing new table as after for each statement execute function tally_deals();
create trigger tally_gone after delete on deals
  referencing old table as before for each statement execute function untally_deals();
create trigger tally_moved after update on deals
  referencing old table as before new table as after for each statement execute function retally_deals();
