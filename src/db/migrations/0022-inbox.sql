-- The team inbox: what state a conversation is in, since when the customer waits, and what the team noted in it.

alter table conversations
  -- Closed ones are done with until the customer writes again.
  add column state text not null default 'open' check (state in ('open', 'closed')),
  add column closed_at timestamptz,
  add column close_reason text,
  -- Out of sight until then; a message of the customer brings it back at once.
  add column snoozed_until timestamptz,
  -- When the customer wrote what nobody has answered yet.
  add column waiting_since timestamptz,
  -- Whether conversation_assignees has rows of it, so that the unassigned are found by an index.
  add column is_assigned boolean not null default false;

update conversations c set
  waiting_since = case when in_inbox and last_direction = 'in' then last_message_at end,
  is_assigned = exists (select from conversation_assignees a
    where a.workspace_id = c.workspace_id and a.conversation_id = c.id);

drop index conversations_inbox, conversations_unread, conversations_waiting;
create index conversations_inbox on conversations (workspace_id, last_message_at desc, id desc)
  where in_inbox and state = 'open' and snoozed_until is null;
create index conversations_unread on conversations (workspace_id, last_message_at desc, id desc)
  where in_inbox and unread_count > 0;
create index conversations_unassigned on conversations (workspace_id, last_message_at desc, id desc)
  where in_inbox and state = 'open' and snoozed_until is null and not is_assigned;
create index conversations_waiting on conversations (workspace_id, last_message_at desc, id desc)
  where in_inbox and state = 'open' and snoozed_until is null and waiting_since is not null;
create index conversations_closed on conversations (workspace_id, last_message_at desc, id desc)
  where in_inbox and state = 'closed';
create index conversations_snoozed on conversations (workspace_id, snoozed_until, id)
  where snoozed_until is not null;

-- What stands between the messages of a conversation for the team alone: notes, and what was done with it.
create table conversation_entries (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  kind text not null check (kind in
    ('note', 'assigned', 'closed', 'reopened', 'snoozed', 'woken')),
  -- Of a note: text, mentions (people's ids). Of the others: what changed, by kind (features/threads/entries.ts).
  content jsonb not null default '{}',
  author jsonb not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations on delete cascade
);
create index conversation_entries_thread on conversation_entries (workspace_id, conversation_id, at desc, id desc);
call make_tenant_table('conversation_entries');
