-- What keeps sending within Meta's limits and the customers' hours, and what was heard of each message.

-- Who waits and may not be written to before `due_at` stays `waiting`, with the reason: outside_hours, …
alter table campaign_recipients add column due_at timestamptz not null default 'epoch';
create index campaign_recipients_due on campaign_recipients (workspace_id, campaign_id, due_at, contact_id)
  where state = 'waiting';

alter table campaigns
  -- Null: the workspace's sending hours; {"kind": "any_time"}; or hours of its own.
  add column hours jsonb,
  -- Null: the workspace's; {"share": 0.3, "least": 50} or {"share": null}: never paused for errors.
  add column error_limit jsonb,
  -- Where the errors of the last outcomes are counted from: {"older": {"tried", "failed"}, "newer": {…}}.
  add column error_marks jsonb,
  -- Everybody who waits is due later; the first of them then.
  add column next_due_at timestamptz,
  -- Taken by WhatsApp, which judges the template before it sends them.
  add column held_count int not null default 0;

alter table messages drop constraint messages_state_check;
alter table messages
  add constraint messages_state_check check (state in
    ('received', 'queued', 'uncertain', 'held', 'accepted', 'sent', 'delivered', 'read', 'failed')),
  -- Everything that was heard of it, as features/sending/message-history.ts writes it.
  add column history int8[] not null default '{}';

alter table send_queue add column time_to_live_seconds int;

-- WhatsApp holds marketing to this person back for now.
alter table contacts add column marketing_rests_until timestamptz;

alter table whatsapp_accounts
  -- The business at Meta that the account belongs to: its accounts share one messaging limit.
  add column portfolio_id text;

-- Customers who were written to more often than once in six seconds, until that is made up for.
create table pair_debts (
  workspace_id uuid not null,
  number_id uuid not null,
  contact_id uuid not null,
  -- Nothing is owed any more from then on.
  free_at timestamptz not null,
  primary key (workspace_id, number_id, contact_id),
  foreign key (workspace_id, number_id) references numbers on delete cascade
);
call make_tenant_table('pair_debts');

-- The messaging limit of a portfolio and how much of it is used: one row, locked by whoever takes places.
create table messaging_limits (
  workspace_id uuid not null references workspaces on delete cascade,
  -- Meta's id of the business, or the account's own id while that is not known.
  portfolio text not null,
  -- Rows of limit_places.
  used int not null default 0,
  -- Set while there is no room: when the next place is free.
  full_until timestamptz,
  primary key (workspace_id, portfolio)
);
call make_tenant_table('messaging_limits');

-- Customers written to outside a service window within the last 24 hours; the place of one whose contact is gone or
-- became another one's ends with its day.
create table limit_places (
  workspace_id uuid not null,
  portfolio text not null,
  contact_id uuid not null,
  taken_at timestamptz not null,
  -- The message that took the place; null once another one was sent to the same customer.
  message_id uuid,
  primary key (workspace_id, portfolio, contact_id),
  foreign key (workspace_id, portfolio) references messaging_limits on delete cascade
);
create index limit_places_by_age on limit_places (workspace_id, portfolio, taken_at);
call make_tenant_table('limit_places');

-- Messages received by each number: the provider's throughput counts both directions.
create table number_traffic (
  workspace_id uuid not null,
  number_id uuid not null,
  received bigint not null default 0,
  primary key (workspace_id, number_id),
  foreign key (workspace_id, number_id) references numbers on delete cascade
) with (fillfactor = 50);
call make_tenant_table('number_traffic');

-- Batches of messages that the provider took, to be looked at when their time to live is over: it says nothing of
-- those that it could not deliver in time.
create table message_expiries (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  due_at timestamptz not null,
  message_ids uuid[] not null,
  primary key (workspace_id, id)
);
create index message_expiries_due on message_expiries (due_at);
call make_tenant_table('message_expiries');
call open_to_system('message_expiries');

-- When bulk may go out, and when errors stop it; without a row: at any time, and the built-in threshold.
create table sending_settings (
  workspace_id uuid primary key references workspaces on delete cascade,
  hours jsonb,
  hours_for_api boolean not null default false,
  error_limit jsonb,
  updated_at timestamptz not null
);
call make_tenant_table('sending_settings');
