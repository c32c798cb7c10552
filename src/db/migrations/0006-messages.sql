-- Conversations, messages both ways, and the queue of what is to be sent.

create table conversations (
  workspace_id uuid not null,
  id uuid not null,
  number_id uuid not null,
  contact_id uuid not null,
  unread_count int not null default 0,
  last_message_at timestamptz,
  last_message_preview text not null default '',
  last_direction text check (last_direction in ('in', 'out')),
  -- The customer wrote, or a colleague did by hand: bulk messages alone do not fill the inbox.
  in_inbox boolean not null default false,
  -- Free messages are allowed before this instant (24 h after the customer's last message).
  window_closes_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, number_id, contact_id),
  foreign key (workspace_id, number_id) references numbers on delete cascade,
  foreign key (workspace_id, contact_id) references contacts on delete cascade
);
create index conversations_inbox on conversations (workspace_id, last_message_at desc, id desc) where in_inbox;
create index conversations_unread on conversations (workspace_id, last_message_at desc, id desc) where in_inbox and unread_count > 0;
create index conversations_by_contact on conversations (workspace_id, contact_id);
call make_tenant_table('conversations');

-- Who looks after a conversation: people without chats:all see only theirs.
create table conversation_assignees (
  workspace_id uuid not null,
  conversation_id uuid not null,
  user_id uuid not null references users on delete cascade,
  assigned_at timestamptz not null,
  primary key (workspace_id, conversation_id, user_id),
  foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
create index conversation_assignees_by_user on conversation_assignees (workspace_id, user_id, conversation_id);
call make_tenant_table('conversation_assignees');

-- Words that set consent when a message consists of nothing else; without a row the built-in words count.
create table consent_words (
  workspace_id uuid not null references workspaces on delete cascade,
  kind text not null check (kind in ('stop', 'start')),
  words text[] not null,
  updated_at timestamptz not null,
  primary key (workspace_id, kind)
);
call make_tenant_table('consent_words');

-- States of what we send: queued → accepted (the provider took it) → sent → delivered → read; failed; uncertain
-- when it may have left and nothing proves it. Received messages are 'received'. States only move forward
-- (features/sending/message-states.ts). That a message is being sent is told by the claim in send_queue.
create table messages (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  contact_id uuid not null,
  number_id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  kind text not null,
  content jsonb not null,
  state text not null check (state in
    ('received', 'queued', 'uncertain', 'accepted', 'sent', 'delivered', 'read', 'failed')),
  provider_id text,
  reply_to_id uuid,
  author jsonb not null default '{}',
  campaign_id uuid,
  failure_kind text,
  failure_code int,
  failure_text text,
  at timestamptz not null,
  sent_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz,
  failed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations on delete cascade,
  foreign key (workspace_id, contact_id) references contacts on delete cascade
) with (fillfactor = 80);
create unique index messages_provider_id on messages (workspace_id, provider_id) where provider_id is not null;
create index messages_thread on messages (workspace_id, conversation_id, at desc, id desc);
-- No index holds the state: it changes four times in a message's life, and stays a cheap update so.
call make_tenant_table('messages');

-- The file of a message, on its way from the provider to our file store or back.
create table message_media (
  workspace_id uuid not null,
  message_id uuid not null,
  -- The provider's id of it: of received files it lives 7 days.
  media_id text,
  state text not null check (state in ('waiting', 'ready', 'failed')),
  file_id uuid,
  failure text,
  primary key (workspace_id, message_id),
  foreign key (workspace_id, message_id) references messages on delete cascade,
  foreign key (workspace_id, file_id) references files
);
create index message_media_by_file on message_media (workspace_id, file_id) where file_id is not null;
call make_tenant_table('message_media');

-- What waits to be sent or is being sent: short, hot, deleted when settled. claimed_by is written before the
-- provider is called, and names one tenure of the number's lane: a claim of another tenure belonged to a worker
-- that died, and what became of its message is uncertain.
create table send_queue (
  workspace_id uuid not null,
  message_id uuid not null,
  number_id uuid not null,
  contact_id uuid not null,
  campaign_id uuid,
  -- 0: typed by a person or an answer; 5: API and automations; 9: bulk.
  priority smallint not null check (priority in (0, 5, 9)),
  -- Needs consent at the moment of sending.
  marketing boolean not null default false,
  due_at timestamptz not null,
  attempts smallint not null default 0,
  claimed_by uuid,
  claimed_at timestamptz,
  -- Since when it waits for a status that proves that it was sent; due_at is then the end of the wait.
  uncertain_since timestamptz,
  -- How often it was sent again after such a wait without proof.
  resends smallint not null default 0,
  -- Whether it may be sent again at all: its campaign may have been paused meanwhile.
  may_resend boolean not null default true,
  primary key (workspace_id, message_id),
  foreign key (workspace_id, message_id) references messages on delete cascade
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
-- Claimed rows stay in it, so that a claim changes no index.
create index send_queue_due on send_queue (number_id, priority, due_at);
create index send_queue_campaign on send_queue (workspace_id, campaign_id) where campaign_id is not null;
call make_tenant_table('send_queue');
call open_to_system('send_queue');

-- Who sends for a number: one process at a time, as long as it renews its lease.
create table send_lanes (
  workspace_id uuid not null,
  number_id uuid not null,
  -- The tenure: a new id each time that the lane changes hands. Null: nobody's.
  held_by uuid,
  held_until timestamptz,
  -- Bulk rests until then because of a failure that concerns the whole number.
  rests_until timestamptz,
  rest_kind text,
  rest_text text,
  -- When the last status came: silence about one message means something only while others are heard of.
  last_status_at timestamptz,
  primary key (workspace_id, number_id),
  foreign key (workspace_id, number_id) references numbers on delete cascade
);
call make_tenant_table('send_lanes');
