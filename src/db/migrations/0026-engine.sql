-- The path that every message takes, made cheaper.

-- Notes how far a tenure's calls may have begun, in one call without a transaction around it: calls wait for it. Null:
-- the lane is another's.
call open_to_system('lane_progress');
create function note_begun(workspace uuid, lane_number uuid, lane_tenure uuid, up_to int) returns boolean
  language sql security definer set search_path = public, pg_temp as $$
  update lane_progress set begun_to = greatest(begun_to, up_to)
  where workspace_id = workspace and number_id = lane_number and tenure = lane_tenure
  returning true
$$;
revoke all on function note_begun from public;
grant execute on function note_begun to rondine_app;
grant create on schema public to rondine_system;
alter function note_begun owner to rondine_system;
revoke create on schema public from rondine_system;
