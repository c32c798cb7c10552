-- Why the guardian stopped bulk of a number: { kind, text, params }, so that pages say it in the reader's language.
alter table numbers add column bulk_stop jsonb;
update numbers set bulk_stop = jsonb_build_object('kind', stop_kind, 'text', paused_reason, 'params', '{}'::jsonb)
where stop_kind is not null and paused_reason is not null;
alter table numbers drop column stop_kind, drop column paused_reason;

-- A portfolio's messaging limit is one for all workspaces whose numbers belong to it. Answers only how many places the
-- others hold that were taken after `since`, and when the oldest of them was; the same person known to two workspaces
-- counts twice, as nobody compares contacts across workspaces.
create index messaging_limits_by_portfolio on messaging_limits (portfolio);
create function places_elsewhere(wanted text, since timestamptz, out used int, out oldest timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(sum(l.used - (
      select count(*) from limit_places p
      where p.workspace_id = l.workspace_id and p.portfolio = l.portfolio and p.taken_at <= since)), 0)::int,
    min((select min(p.taken_at) from limit_places p
      where p.workspace_id = l.workspace_id and p.portfolio = l.portfolio and p.taken_at > since))
  from messaging_limits l
  where l.portfolio = wanted and l.workspace_id is distinct from app_workspace_id()
$$;
revoke all on function places_elsewhere from public;
grant execute on function places_elsewhere to rondine_app;
create policy system on messaging_limits for select to rondine_system using (true);
create policy system on limit_places for select to rondine_system using (true);
grant select on messaging_limits, limit_places to rondine_system;
grant create on schema public to rondine_system;
alter function places_elsewhere owner to rondine_system;
revoke create on schema public from rondine_system;
