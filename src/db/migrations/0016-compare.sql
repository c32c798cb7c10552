-- Rare figures of large campaigns are found without walking through the frequent ones.

create index campaign_recipients_clicked on campaign_recipients (workspace_id, campaign_id, contact_id)
  where clicked_at is not null;
create index campaign_recipients_opted_out on campaign_recipients (workspace_id, campaign_id, contact_id)
  where opted_out_at is not null;
