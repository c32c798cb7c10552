-- Conversions: what of deals is told to Meta, once each, and what became of it.

create table conversion_settings (
  workspace_id uuid primary key references workspaces on delete cascade,
  enabled boolean not null,
  account_id uuid,
  dataset_id text not null default '',
  -- Null: the account's own token is used.
  token_sealed text,
  test_code text not null default '',
  subscribed_only boolean not null default true,
  -- Why nothing is sent until somebody mends it, and Meta's words about it.
  trouble text,
  trouble_detail text,
  trouble_at timestamptz,
  updated_at timestamptz not null,
  foreign key (workspace_id, account_id) references whatsapp_accounts on delete set null (account_id),
  check ((trouble is null) = (trouble_at is null))
);
call make_tenant_table('conversion_settings');
-- The subscriber asks which workspaces have it on.
create policy system on conversion_settings for select to rondine_system using (true);
grant select (workspace_id, enabled) on conversion_settings to rondine_system;

create table conversion_events (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  deal_id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('lead', 'view', 'purchase')),
  -- Of a view: one is told a day.
  day date,
  happened_at timestamptz not null,
  -- Of a purchase, in the smallest unit of the currency.
  amount bigint,
  currency text,
  state text not null check (state in ('waiting', 'sending', 'received', 'refused', 'uncertain', 'expired', 'left_out')),
  reason text,
  -- Meta's words.
  detail text,
  -- Of a call that was refused because of one of its events: halves of it are tried apart.
  cohort uuid,
  -- Names one try.
  claim uuid,
  claimed_at timestamptz,
  attempts smallint not null default 0,
  due_at timestamptz not null,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, deal_id) references deals on delete cascade,
  foreign key (workspace_id, contact_id) references contacts on delete cascade,
  check ((kind = 'view') = (day is not null)),
  check (kind <> 'purchase' or state = 'left_out' or (amount is not null and currency is not null))
);
-- An amount counts once, whoever of the deal it is told of.
create unique index conversion_events_purchase on conversion_events (workspace_id, deal_id) where kind = 'purchase';
create unique index conversion_events_once on conversion_events (workspace_id, deal_id, contact_id, kind, day)
  nulls not distinct where kind <> 'purchase';
create index conversion_events_by_contact on conversion_events (workspace_id, contact_id);
create index conversion_events_open on conversion_events (workspace_id, due_at, id) where state in ('waiting', 'sending');
create index conversion_events_views on conversion_events (workspace_id, day) where kind = 'view';
call make_tenant_table('conversion_events');

-- Messages by which somebody came from an advertisement: few among many.
create index messages_from_ads on messages (workspace_id, conversation_id, at) where content ? 'referral';
