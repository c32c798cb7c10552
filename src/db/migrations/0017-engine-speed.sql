-- Rows that are written for every message stand without a foreign key, which would look up and lock the parent of
-- each: they are written with their parent, or after it was found, and end in the statement that ends the parent.

alter table webhook_bodies drop constraint webhook_bodies_workspace_id_account_id_fkey;
create function end_webhook_bodies() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from webhook_bodies b using ended e where b.workspace_id = e.workspace_id and b.account_id = e.id;
  return null;
end $$;
create trigger end_webhook_bodies after delete on whatsapp_accounts
  referencing old table as ended for each statement execute function end_webhook_bodies();

alter table send_queue drop constraint send_queue_workspace_id_message_id_fkey;
create function end_send_queue() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from send_queue q using ended e where q.workspace_id = e.workspace_id and q.message_id = e.id;
  return null;
end $$;
create trigger end_send_queue after delete on messages
  referencing old table as ended for each statement execute function end_send_queue();

revoke all on function end_webhook_bodies, end_send_queue from public;
grant create on schema public to rondine_system;
alter function end_webhook_bodies owner to rondine_system;
alter function end_send_queue owner to rondine_system;
revoke create on schema public from rondine_system;
