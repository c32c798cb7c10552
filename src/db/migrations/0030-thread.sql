-- The conversation's pane: reactions stand beside their messages, however far back these are.
create index messages_reactions on messages (workspace_id, conversation_id) where kind = 'reaction';
