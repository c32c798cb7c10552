-- Short links and who followed them; what campaigns need for them, for tests of variants, for local times and test sends.

-- A destination of a campaign behind our own address. It outlives its campaign: what people have in their phones
-- goes on working.
create table links (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  -- The part of a code that names the link: 40 random bits.
  number bigint not null unique,
  -- With parameters added, and contact fields as %%CODE%%.
  destination text not null,
  campaign_id uuid,
  -- Position of the variant that carries it; 0: the campaign has no variants, or all of them do.
  variant smallint not null default 0,
  -- Messages through which it was followed, taps in all, and calls by machines (previews, scanners).
  people_count int not null default 0,
  tap_count int not null default 0,
  machine_count int not null default 0,
  created_at timestamptz not null,
  primary key (workspace_id, id)
) with (fillfactor = 60);
create unique index links_of_campaign on links (workspace_id, campaign_id, variant, md5(destination));
create index links_newest on links (workspace_id, campaign_id, created_at, id);
call make_tenant_table('links');
call open_to_system('links');

-- A call of a link that is not added up yet. No address and no exact agent is kept of who called.
create table link_hits (
  workspace_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  message_id uuid,
  at timestamptz not null,
  machine boolean not null,
  device text not null check (device in ('android', 'iphone', 'computer', 'other')),
  primary key (workspace_id, id),
  foreign key (workspace_id, link_id) references links on delete cascade
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
call make_tenant_table('link_hits');
call open_to_system('link_hits');

-- Who followed a link: one row per message whose code was tapped.
create table link_taps (
  workspace_id uuid not null,
  link_id uuid not null,
  message_id uuid not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  times int not null,
  device text not null,
  primary key (workspace_id, link_id, message_id),
  foreign key (workspace_id, link_id) references links on delete cascade,
  foreign key (workspace_id, message_id) references messages on delete cascade
);
create index link_taps_by_message on link_taps (workspace_id, message_id);
call make_tenant_table('link_taps');

-- Sent to try a template: outside every figure.
alter table messages add column test boolean not null default false;

alter table campaigns
  -- {"shorten": false, "utm": {"source", "medium", "campaign", "term", "content"} | null}
  add column links jsonb not null default '{}',
  add column link_clicked_count int not null default 0;
alter table campaign_recipients add column link_clicked_at timestamptz;
create index campaign_recipients_link_clicked on campaign_recipients (workspace_id, campaign_id, contact_id)
  where link_clicked_at is not null;

create or replace function tally_new_messages() returns trigger language plpgsql as $$
begin
  insert into message_tallies (workspace_id, slot, sent, delivered, read, failed, received)
  select workspace_id, date_bin('15 minutes', at, timestamptz '2000-01-01 00:00Z'),
    count(*) filter (where state in ('sent', 'delivered', 'read')), count(*) filter (where state in ('delivered', 'read')),
    count(*) filter (where state = 'read'), count(*) filter (where state = 'failed'),
    count(*) filter (where state = 'received')
  from changed where state in ('sent', 'delivered', 'read', 'failed', 'received') and not test group by 1, 2;
  return null;
end $$;

create or replace function tally_moved_messages() returns trigger language plpgsql as $$
begin
  insert into message_tallies (workspace_id, slot, sent, delivered, read, failed)
  select n.workspace_id, date_bin('15 minutes', n.at, timestamptz '2000-01-01 00:00Z'),
    sum((n.state in ('sent', 'delivered', 'read'))::int - (o.state in ('sent', 'delivered', 'read'))::int),
    sum((n.state in ('delivered', 'read'))::int - (o.state in ('delivered', 'read'))::int),
    sum((n.state = 'read')::int - (o.state = 'read')::int),
    sum((n.state = 'failed')::int - (o.state = 'failed')::int)
  from before o join after n using (workspace_id, id)
  where n.state <> o.state and (n.state in ('sent', 'delivered', 'read', 'failed') or o.state = 'failed') and not n.test
  group by 1, 2;
  return null;
end $$;

alter table campaigns
  -- {"share": 10, "others": [{"templateId", "variables", "share"}], "measure": "read", "waitMinutes": 240}: the
  -- campaign's own template is the first variant. Null: everybody gets that one.
  add column split jsonb,
  -- {"phase": "testing" | "waiting" | "decided", "decidesAt", "winner", "decidedBy", "decidedAt"}
  add column split_state jsonb,
  -- A clock time such as 2026-12-01T09:00: each customer gets it when their own clock says so.
  add column local_time text;

-- Which variant a person of the test gets; null: whoever gets the winner, and everybody of campaigns without variants.
alter table campaign_recipients add column variant smallint;

-- The variants of a campaign that was started, with the figures of its test: who gets the winner is not counted here.
create table campaign_variants (
  workspace_id uuid not null,
  campaign_id uuid not null,
  -- 1 is the campaign's own template.
  position smallint not null,
  template_id uuid not null,
  share smallint not null,
  people_count int not null default 0,
  sent_count int not null default 0,
  delivered_count int not null default 0,
  read_count int not null default 0,
  failed_count int not null default 0,
  replied_count int not null default 0,
  clicked_count int not null default 0,
  link_clicked_count int not null default 0,
  opted_out_count int not null default 0,
  primary key (workspace_id, campaign_id, position),
  foreign key (workspace_id, campaign_id) references campaigns on delete cascade
) with (fillfactor = 40);
call make_tenant_table('campaign_variants');

-- The phone to which a person sends their tests.
create table test_phones (
  workspace_id uuid not null,
  user_id uuid not null references users on delete cascade,
  phone text not null,
  primary key (workspace_id, user_id)
);
call make_tenant_table('test_phones');

create index campaigns_calendar on campaigns (workspace_id, (coalesce(started_at, scheduled_at)), id)
  where coalesce(started_at, scheduled_at) is not null;
