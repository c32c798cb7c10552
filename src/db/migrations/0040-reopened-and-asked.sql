-- Whose a closed conversation is when its customer writes again; and that phone apps are asked for what they hold.

-- True: nobody's, so that the rules decide anew; false: whoever looked after it goes on.
alter table team_settings add column reopened_to_team boolean not null default false;

-- WhatsApp hands the past of a phone app over only when it is asked within 24 hours of the connection.
alter table number_histories
  add column asked_at timestamptz,
  -- Why WhatsApp hands nothing over: `late`, or its own words.
  add column refused text;

-- How far back the messages of a workspace were looked through for words that the search did not know.
create table message_words_places (
  workspace_id uuid not null references workspaces on delete cascade,
  -- All from here on were; null: none yet.
  before_id uuid,
  done boolean not null default false,
  primary key (workspace_id)
);
call make_tenant_table('message_words_places');
