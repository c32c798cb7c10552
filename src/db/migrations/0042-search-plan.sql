-- All that match are found by their words and then sorted. Told to give the latest few, PostgreSQL reads message after
-- message backwards until it has them, as it takes every beginning of a word for a frequent one: for a rare word that
-- is the whole workspace. Who calls asks for days and months that hold enough, so what is found here stays few.
create or replace function messages_worded(wanted tsquery, before_at timestamptz, before_id uuid, most int)
  returns table (message_id uuid, at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  with worded as materialized (
    select w.message_id, w.at from message_words w
    where w.workspace_id = app_workspace_id() and w.words @@ wanted and (w.at, w.message_id) < (before_at, before_id)
  )
  select w.message_id, w.at from worded w order by w.at desc, w.message_id desc limit most
$$;
