-- What the composer keeps: what was begun and not sent.

-- What a person began to write in a conversation, as an answer or as a note, and has not sent.
create table drafts (
  workspace_id uuid not null,
  conversation_id uuid not null,
  user_id uuid not null,
  side text not null check (side in ('reply', 'note')),
  text text not null check (text <> ''),
  changed_at timestamptz not null,
  primary key (workspace_id, conversation_id, user_id, side),
  foreign key (workspace_id, conversation_id) references conversations on delete cascade,
  foreign key (workspace_id, user_id) references memberships on delete cascade
);
create index drafts_of_person on drafts (workspace_id, user_id);
call make_tenant_table('drafts');
