-- What the owners are told of, and how often.

-- What the words of the reason are made of, so that they can be said in each language.
alter table campaigns add column paused_params jsonb;

-- When the owners were last told that the limit was reached.
alter table messaging_limits add column told_at timestamptz;

-- When the owners were last mailed about something: about the same thing once a day is enough.
create table owner_notices (
  workspace_id uuid not null references workspaces on delete cascade,
  -- What it was about, e.g. `number.refused:<id>:token_invalid`.
  topic text not null,
  told_at timestamptz not null,
  primary key (workspace_id, topic)
);
call make_tenant_table('owner_notices');
