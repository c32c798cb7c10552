-- The phone app that shares a number: the history that it hands over, and its address book.

-- How far the history of a number has come. Its parts come in any order, and more than once.
create table number_histories (
  workspace_id uuid not null,
  number_id uuid not null,
  -- Per cent of the whole, as WhatsApp counts it.
  progress smallint not null default 0 check (progress between 0 and 100),
  -- Messages that were taken in.
  messages int not null default 0,
  -- The owner chose in the app to share nothing.
  declined_at timestamptz,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (workspace_id, number_id),
  foreign key (workspace_id, number_id) references numbers on delete cascade
);
call make_tenant_table('number_histories');

-- How the phone app's address book last named a contact: a new name replaces that one, never what the team wrote.
create table phone_book_entries (
  workspace_id uuid not null,
  contact_id uuid not null,
  full_name text not null,
  at timestamptz not null,
  removed boolean not null default false,
  primary key (workspace_id, contact_id),
  foreign key (workspace_id, contact_id) references contacts on delete cascade
);
call make_tenant_table('phone_book_entries');

-- What is found often is found among the latest, without the index of words.
create index message_words_latest on message_words (workspace_id, at desc, message_id desc);
