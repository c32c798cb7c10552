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
alter table campaigns add column started_category text;

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

-- The SMS provider of a workspace.
create table sms_settings (
  workspace_id uuid primary key references workspaces on delete cascade,
  enabled boolean not null,
  url text not null,
  token_sealed text,
  signing_secret_sealed text,
  sender text not null,
  format text not null check (format in ('json', 'form')),
  -- Fields of the request; %%TO%% and the like are filled in.
  body jsonb not null,
  id_path text not null,
  -- Whether it knows a reference again, so that a doubtful call may be repeated.
  remembers_reference boolean not null,
  -- Why it does not work at present, in words.
  trouble text,
  updated_at timestamptz not null
);
call make_tenant_table('sms_settings');

-- SMS on their way out: written with what causes them, sent by whoever claims them, each at most once per campaign and
-- contact. Its id is the reference by which the provider tells what became of it.
create table sms_messages (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  contact_id uuid not null,
  campaign_id uuid,
  phone text not null,
  text text not null,
  parts smallint not null,
  marketing boolean not null,
  state text not null check (state in
    ('queued', 'sending', 'uncertain', 'accepted', 'sent', 'delivered', 'failed', 'withheld')),
  provider_id text,
  failure text,
  attempts smallint not null default 0,
  due_at timestamptz not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts on delete cascade
);
create unique index sms_messages_once on sms_messages (workspace_id, campaign_id, contact_id) where campaign_id is not null;
create index sms_messages_contact on sms_messages (workspace_id, contact_id);
create index sms_messages_due on sms_messages (workspace_id, due_at) where state in ('queued', 'sending');
create index sms_messages_provider on sms_messages (workspace_id, provider_id) where provider_id is not null;
call make_tenant_table('sms_messages');
call open_to_system('sms_messages');

-- What goes by SMS to whom WhatsApp cannot reach; null: nothing.
alter table campaigns
  add column sms_text text,
  add column sms_queued_count int not null default 0,
  add column sms_sent_count int not null default 0,
  add column sms_delivered_count int not null default 0,
  add column sms_failed_count int not null default 0;
