-- Activities that were changed, opened again or deleted are part of what happened to a deal.
alter table deal_history drop constraint deal_history_kind_check,
  add constraint deal_history_kind_check check (kind in ('created', 'changed', 'moved', 'contact_added',
    'contact_removed', 'activity_planned', 'activity_changed', 'activity_done', 'activity_reopened',
    'activity_deleted'));
