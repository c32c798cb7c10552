-- Running figures of messages, so that reports need not read the messages themselves.

-- What each quarter of an hour (of the messages' own time; days of every time zone begin at one) gained or lost.
-- Rows are only added, one per statement that moves messages, so that senders never wait for each other; a job adds
-- them up. Messages that are deleted with their contact stay counted: they were sent.
create table message_tallies (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null default gen_random_uuid(),
  slot timestamptz not null,
  sent int not null default 0,
  delivered int not null default 0,
  read int not null default 0,
  failed int not null default 0,
  received int not null default 0,
  -- Added up by the job: the one row of its slot, until more is added.
  folded boolean not null default false,
  primary key (workspace_id, id)
);
create index message_tallies_by_time on message_tallies (workspace_id, slot);
create index message_tallies_loose on message_tallies (workspace_id) where not folded;
call make_tenant_table('message_tallies');
call open_to_system('message_tallies');

create function tally_new_messages() returns trigger language plpgsql as $$
begin
  insert into message_tallies (workspace_id, slot, sent, delivered, read, failed, received)
  select workspace_id, date_bin('15 minutes', at, timestamptz '2000-01-01 00:00Z'),
    count(*) filter (where state in ('sent', 'delivered', 'read')), count(*) filter (where state in ('delivered', 'read')),
    count(*) filter (where state = 'read'), count(*) filter (where state = 'failed'),
    count(*) filter (where state = 'received')
  from changed where state in ('sent', 'delivered', 'read', 'failed', 'received') group by 1, 2;
  return null;
end $$;
create trigger tally_new after insert on messages
  referencing new table as changed for each statement execute function tally_new_messages();

create function tally_moved_messages() returns trigger language plpgsql as $$
begin
  insert into message_tallies (workspace_id, slot, sent, delivered, read, failed)
  select n.workspace_id, date_bin('15 minutes', n.at, timestamptz '2000-01-01 00:00Z'),
    sum((n.state in ('sent', 'delivered', 'read'))::int - (o.state in ('sent', 'delivered', 'read'))::int),
    sum((n.state in ('delivered', 'read'))::int - (o.state in ('delivered', 'read'))::int),
    sum((n.state = 'read')::int - (o.state = 'read')::int),
    sum((n.state = 'failed')::int - (o.state = 'failed')::int)
  from before o join after n using (workspace_id, id)
  where n.state <> o.state and (n.state in ('sent', 'delivered', 'read', 'failed') or o.state = 'failed')
  group by 1, 2;
  return null;
end $$;
create trigger tally_moved after update on messages
  referencing old table as before new table as after for each statement execute function tally_moved_messages();

create index conversations_waiting on conversations (workspace_id, last_message_at)
  where in_inbox and last_direction = 'in';
