-- Tickets: matters of customers, their statuses and categories, what happened to each, and running figures.

-- Mails about tickets; a person may turn them off.
alter table users add column ticket_mails boolean not null default true;

-- Known by a code that stays; the seven that every workspace begins with have no name of their own until renamed.
create table ticket_statuses (
  workspace_id uuid not null references workspaces on delete cascade,
  code text not null check (code ~ '^[a-z0-9]+(_[a-z0-9]+)*$' and length(code) <= 60),
  name text check (length(name) between 1 and 60),
  macro_state text not null check (macro_state in ('in_progress', 'closed')),
  position int not null,
  is_default boolean not null default false,
  created_at timestamptz not null,
  primary key (workspace_id, code)
);
create unique index ticket_statuses_name on ticket_statuses (workspace_id, lower(name)) where name is not null;
create unique index ticket_statuses_default on ticket_statuses (workspace_id) where is_default;
call make_tenant_table('ticket_statuses');

create table ticket_categories (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index ticket_categories_name on ticket_categories (workspace_id, lower(name));
call make_tenant_table('ticket_categories');

-- The last number given to a reference, by year.
create table ticket_numbers (
  workspace_id uuid not null references workspaces on delete cascade,
  year int not null,
  last int not null,
  primary key (workspace_id, year)
);
call make_tenant_table('ticket_numbers');

create table tickets (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  reference text not null check (length(reference) between 1 and 256),
  title text not null check (length(title) between 1 and 256),
  description text not null default '' check (length(description) <= 1024),
  priority text not null check (priority in ('lowest', 'low', 'medium', 'high', 'highest', 'urgent')),
  priority_rank smallint generated always as (
    case priority when 'lowest' then 1 when 'low' then 2 when 'medium' then 3 when 'high' then 4 when 'highest' then 5 else 6 end
  ) stored,
  status text not null,
  category_id uuid,
  owner_id uuid,
  contact_id uuid not null,
  conversation_id uuid,
  opened_by jsonb not null,
  -- The workspace's day at opening: what reports count by.
  opened_on date not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Set exactly while the status belongs to the macro-state closed.
  closed_at timestamptz,
  search text generated always as (lower(reference || ' ' || title)) stored,
  title_key text generated always as (lower(title)) stored,
  primary key (workspace_id, id),
  foreign key (workspace_id, status) references ticket_statuses,
  foreign key (workspace_id, category_id) references ticket_categories on delete set null (category_id),
  foreign key (workspace_id, owner_id) references memberships on delete set null (owner_id),
  foreign key (workspace_id, contact_id) references contacts on delete cascade,
  foreign key (workspace_id, conversation_id) references conversations on delete set null (conversation_id)
);
create unique index tickets_reference on tickets (workspace_id, lower(reference));
-- One per order of the list.
create index tickets_by_opening on tickets (workspace_id, created_at, id);
create index tickets_by_change on tickets (workspace_id, updated_at, id);
create index tickets_by_title on tickets (workspace_id, title_key, id);
create index tickets_by_priority on tickets (workspace_id, priority_rank, id);
-- One per filter; the list is mostly read newest first.
create index tickets_by_status on tickets (workspace_id, status, created_at, id);
create index tickets_by_category on tickets (workspace_id, category_id, created_at, id);
create index tickets_by_owner on tickets (workspace_id, owner_id, created_at, id);
create index tickets_by_contact on tickets (workspace_id, contact_id, created_at, id);
create index tickets_by_conversation on tickets (workspace_id, conversation_id) where conversation_id is not null;
create index tickets_in_progress on tickets (workspace_id, created_at, id) where closed_at is null;
create index tickets_search on tickets using gin (search gin_trgm_ops);
call make_tenant_table('tickets');
create policy system on tickets for select to rondine_system using (true);
grant select on tickets to rondine_system;

-- Tickets of this transaction's workspace whose search text is like `pattern`, at most `most` of them; see
-- contacts_matching for why the system role looks.
create function tickets_matching(pattern text, most int) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select id from tickets
  where workspace_id = app_workspace_id() and search like pattern
  limit most
$$;
revoke all on function tickets_matching from public;
grant execute on function tickets_matching to rondine_app;
grant create on schema public to rondine_system;
alter function tickets_matching owner to rondine_system;
revoke create on schema public from rondine_system;

-- What happened to a ticket: opened, changed (field by field, before and after), noted.
create table ticket_entries (
  workspace_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  kind text not null check (kind in ('opened', 'changed', 'noted')),
  changes jsonb not null default '[]',
  note text check (length(note) between 1 and 4096),
  actor jsonb not null,
  at timestamptz not null,
  -- Waits to be told by mail.
  untold boolean not null default false,
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_id) references tickets on delete cascade
);
create index ticket_entries_by_ticket on ticket_entries (workspace_id, ticket_id, at, id);
create index ticket_entries_untold on ticket_entries (workspace_id, id) where untold;
call make_tenant_table('ticket_entries');

-- What each day of opening, status, priority and category gained or lost. Rows are only added, one per statement that
-- moves tickets, so that nobody waits; a job adds them up. Their sums are exact at every moment.
create table ticket_tallies (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null default gen_random_uuid(),
  opened_on date not null,
  status text not null,
  priority text not null,
  category_id uuid,
  tickets int not null,
  closed int not null,
  closing_seconds double precision not null,
  folded boolean not null default false,
  primary key (workspace_id, id)
);
create index ticket_tallies_by_day on ticket_tallies (workspace_id, opened_on);
create index ticket_tallies_loose on ticket_tallies (workspace_id) where not folded;
call make_tenant_table('ticket_tallies');
call open_to_system('ticket_tallies');

create function tally_tickets() returns trigger language plpgsql as $$
begin
  insert into ticket_tallies (workspace_id, opened_on, status, priority, category_id, tickets, closed, closing_seconds)
  select workspace_id, opened_on, status, priority, category_id, count(*), count(closed_at),
    coalesce(sum(extract(epoch from closed_at - created_at)), 0)
  from after group by 1, 2, 3, 4, 5;
  return null;
end $$;
create function untally_tickets() returns trigger language plpgsql as $$
begin
  insert into ticket_tallies (workspace_id, opened_on, status, priority, category_id, tickets, closed, closing_seconds)
  select workspace_id, opened_on, status, priority, category_id, -count(*), -count(closed_at),
    -coalesce(sum(extract(epoch from closed_at - created_at)), 0)
  -- A workspace that is being deleted takes its figures along.
  from before where exists (select 1 from workspaces w where w.id = before.workspace_id)
  group by 1, 2, 3, 4, 5;
  return null;
end $$;
create function retally_tickets() returns trigger language plpgsql as $$
begin
  insert into ticket_tallies (workspace_id, opened_on, status, priority, category_id, tickets, closed, closing_seconds)
  select workspace_id, opened_on, status, priority, category_id, sum(n), sum(n * (closed_at is not null)::int),
    coalesce(sum(n * extract(epoch from closed_at - created_at)), 0)
  from (
    select o.workspace_id, o.opened_on, o.status, o.priority, o.category_id, o.closed_at, o.created_at, -1 as n
    from before o join after a using (workspace_id, id)
    where (o.status, o.priority, o.category_id, o.closed_at) is distinct from (a.status, a.priority, a.category_id, a.closed_at)
    union all
    select a.workspace_id, a.opened_on, a.status, a.priority, a.category_id, a.closed_at, a.created_at, 1
    from before o join after a using (workspace_id, id)
    where (o.status, o.priority, o.category_id, o.closed_at) is distinct from (a.status, a.priority, a.category_id, a.closed_at)
  ) moved where exists (select 1 from workspaces w where w.id = moved.workspace_id)
  group by 1, 2, 3, 4, 5;
  return null;
end $$;
create trigger tally_new after insert on tickets
  referencing new table as after for each statement execute function tally_tickets();
create trigger tally_gone after delete on tickets
  referencing old table as before for each statement execute function untally_tickets();
create trigger tally_moved after update on tickets
  referencing old table as before new table as after for each statement execute function retally_tickets();
