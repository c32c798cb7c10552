-- Scheduled messages that should long have been sent are looked for in every workspace.
create index scheduled_messages_waiting on scheduled_messages (workspace_id, send_at) where state = 'waiting';
