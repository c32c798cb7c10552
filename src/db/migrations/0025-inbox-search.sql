-- Words of the inbox's messages: what customers wrote and what the team wrote by hand, never bulk.

create table message_words (
  workspace_id uuid not null,
  message_id uuid not null,
  at timestamptz not null,
  -- Words in lower case without accents, and lexemes that no word can be: #<workspace>, #<year and month>, #<day>,
  -- so that one walk of the index keeps to the workspace, and to the days or months that are looked at.
  words tsvector not null,
  primary key (workspace_id, message_id),
  foreign key (workspace_id, message_id) references messages on delete cascade
);
-- Without a pending list, which every search would have to read; nobody waits for these rows to be written.
create index message_words_search on message_words using gin (words) with (fastupdate = off);
call make_tenant_table('message_words');
create policy system on message_words for select to rondine_system using (true);
grant select on message_words to rondine_system;

-- Messages of this transaction's workspace whose words match, latest first, after the place (before_at, before_id); at
-- most `most` of them. See contacts_matching for why the system role looks.
create function messages_worded(wanted tsquery, before_at timestamptz, before_id uuid, most int)
  returns table (message_id uuid, at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select w.message_id, w.at from message_words w
  where w.workspace_id = app_workspace_id() and w.words @@ wanted and (w.at, w.message_id) < (before_at, before_id)
  order by w.at desc, w.message_id desc
  limit most
$$;
revoke all on function messages_worded from public;
grant execute on function messages_worded to rondine_app;
grant create on schema public to rondine_system;
alter function messages_worded owner to rondine_system;
revoke create on schema public from rondine_system;
