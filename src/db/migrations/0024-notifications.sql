-- What people are told of: notifications, how each wants to hear them, devices for push, who looks at what now.

create table notifications (
  workspace_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  kind text not null,
  -- Unread ones of a person with the same key are one, and count.
  gather_key text not null,
  -- What it is about: names and texts are read from there, so that they go when it goes.
  conversation_id uuid,
  subject_id uuid,
  details jsonb not null default '{}',
  count int not null,
  channels text[] not null,
  created_at timestamptz not null,
  at timestamptz not null,
  read_at timestamptz,
  -- How many of `count` were pushed and mailed.
  pushed_count int not null default 0,
  mailed_count int not null default 0,
  primary key (workspace_id, id),
  foreign key (workspace_id, user_id) references memberships on delete cascade,
  foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
create unique index notifications_gathered on notifications (workspace_id, user_id, gather_key) where read_at is null;
create index notifications_of_person on notifications (workspace_id, user_id, at desc, id desc);
create index notifications_of_conversation on notifications (workspace_id, conversation_id)
  where conversation_id is not null;
call make_tenant_table('notifications');

-- How far the events of a workspace were read for notifications, and windows looked at.
create table notification_places (
  workspace_id uuid primary key references workspaces on delete cascade,
  after_seq bigint not null,
  ran_at timestamptz,
  windows_until timestamptz
);
call make_tenant_table('notification_places');
call open_to_system('notification_places');

-- When a person was last pushed and mailed to, for pauses between.
create table notification_calls (
  workspace_id uuid not null,
  user_id uuid not null,
  pushed_at timestamptz,
  mailed_at timestamptz,
  primary key (workspace_id, user_id),
  foreign key (workspace_id, user_id) references memberships on delete cascade
);
call make_tenant_table('notification_calls');

-- The tabs in which a person has the product, what each shows, and since when it is in front of them.
create table attention (
  workspace_id uuid not null,
  user_id uuid not null,
  tab_id uuid not null,
  conversation_id uuid,
  focused boolean not null,
  at timestamptz not null,
  primary key (workspace_id, user_id, tab_id),
  foreign key (workspace_id, user_id) references memberships on delete cascade
);
call make_tenant_table('attention');

-- How a person wants to hear, in all their workspaces. `channels` holds what differs from the defaults, by kind.
create table notification_preferences (
  user_id uuid primary key references users on delete cascade,
  channels jsonb not null default '{}',
  quiet jsonb,
  time_zone text not null,
  preview boolean not null default false,
  mail_after_minutes int not null default 10,
  mail_every_minutes int not null default 60,
  muted_workspaces uuid[] not null default '{}',
  updated_at timestamptz not null
);

-- Browsers that take pushes: address and keys sealed, found by a digest of the address.
create table push_devices (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  address_digest text not null unique,
  sealed text not null,
  name text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  pushed_at timestamptz
);
create index push_devices_of_person on push_devices (user_id, created_at);
-- The installation's own keys for pushes, one row; the private one sealed.
create table push_keys (
  name text primary key,
  public_key text not null,
  sealed text not null
);
grant select, insert, update, delete on notification_preferences, push_devices, push_keys to rondine_app, rondine_system;

-- Windows of waiting customers that close soon.
create index conversations_window on conversations (workspace_id, window_closes_at)
  where waiting_since is not null and in_inbox and state = 'open' and snoozed_until is null;
