-- Tickets by when they were closed; open ones before all others.
create index tickets_by_closing on tickets
  (workspace_id, (coalesce(closed_at, '0001-01-01 00:00:00+00'::timestamptz)), id);
