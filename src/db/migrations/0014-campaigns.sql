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

-- What WhatsApp charges for one delivered message, as the business entered it. country '*': wherever there is no other
-- rate. Money in millionths of the currency's unit: rates have more decimals than minor units.
create table rates (
  workspace_id uuid not null references workspaces on delete cascade,
  country text not null check (country ~ '^([A-Z]{2}|\*)$'),
  category text not null,
  valid_from date not null,
  tier_from int not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  micros int8 not null check (micros >= 0),
  primary key (workspace_id, country, category, valid_from, tier_from)
);
call make_tenant_table('rates');

-- How many delivered messages of a day WhatsApp charged for, as its statuses say; campaign 0: outside campaigns.
-- category '': WhatsApp did not say.
create table charges (
  workspace_id uuid not null references workspaces on delete cascade,
  campaign_id uuid not null,
  day date not null,
  country text not null,
  category text not null,
  charged boolean not null,
  count int not null,
  primary key (workspace_id, campaign_id, day, country, category, charged)
) with (fillfactor = 50);
create index charges_of_month on charges (workspace_id, country, category, day) where charged;
call make_tenant_table('charges');
