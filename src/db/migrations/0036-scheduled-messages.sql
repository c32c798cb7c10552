-- Messages that are to be sent later by themselves; what was sent is a message and no longer here.
create table scheduled_messages (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  -- In whose name it goes; their rights are looked at when it goes.
  author jsonb not null,
  user_id uuid,
  -- {answer}, or {templateId, texts, media, confirmUnsubscribed}: what the operations of sending take.
  content jsonb not null,
  send_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'refused')),
  failure_code text,
  failure_text text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
create index scheduled_messages_of_conversation on scheduled_messages (workspace_id, conversation_id, send_at);
call make_tenant_table('scheduled_messages');
