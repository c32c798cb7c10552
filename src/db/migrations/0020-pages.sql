-- What the pages of campaigns say of drafts, of people who wait, and of tests of variants.

-- When a draft is to start, as it was typed; the workspace's clock, or each customer's.
alter table campaigns add column wished_time text;
alter table campaigns add column wished_each_zone boolean not null default false;

-- The categories of all variants' templates as they were when somebody accepted them, the campaign's own first.
alter table campaigns add column started_categories text[];
update campaigns set started_categories = array[started_category] where started_category is not null;
alter table campaigns drop column started_category;

-- Who waits for a reason of their own is found without walking through those who only wait.
create index campaign_recipients_resting on campaign_recipients (workspace_id, campaign_id, contact_id)
  where state = 'waiting' and reason is not null;
