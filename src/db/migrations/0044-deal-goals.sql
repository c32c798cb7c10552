-- A goal keeps the currency in which it was set: the workspace may tell its sums in another one later.
alter table deal_goals add column currency text;
update deal_goals g set currency = coalesce(
  (select s.currency from deal_settings s where s.workspace_id = g.workspace_id), 'EUR');
alter table deal_goals
  alter column currency set not null,
  add constraint deal_goals_currency_check check (currency ~ '^[A-Z]{3}$');
