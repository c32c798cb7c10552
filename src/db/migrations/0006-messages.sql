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

-- States: queued → sending → accepted → sent → delivered → read; failed, cancelled; uncertain between a call that
-- may have left and proof that it did. Received messages are 'received'. States only move forward.
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
    ('received', 'queued', 'sending', 'uncertain', 'accepted', 'sent', 'delivered', 'read', 'failed', 'cancelled')),
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
);
create unique index messages_provider_id on messages (workspace_id, provider_id) where provider_id is not null;
create index messages_thread on messages (workspace_id, conversation_id, at desc, id desc);
create index messages_by_campaign on messages (workspace_id, campaign_id, state, id) where campaign_id is not null;
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

-- What waits to be sent or is being sent: short, hot, deleted when settled. A claim lasts until claimed_until;
-- a claim that ran out belonged to a worker that died.
create table send_queue (
  workspace_id uuid not null,
  message_id uuid not null,
  number_id uuid not null,
  -- 0: typed by a person or an answer; 5: API and automations; 9: bulk.
  priority smallint not null,
  due_at timestamptz not null,
  attempts smallint not null default 0,
  claimed_by text,
  claimed_until timestamptz,
  primary key (workspace_id, message_id),
  foreign key (workspace_id, message_id) references messages on delete cascade
);
create index send_queue_due on send_queue (number_id, priority, due_at) where claimed_by is null;
create index send_queue_claimed on send_queue (claimed_until) where claimed_by is not null;
call make_tenant_table('send_queue');
call open_to_system('send_queue');
