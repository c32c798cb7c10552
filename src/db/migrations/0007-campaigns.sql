-- Campaigns, their frozen audience and running figures.

create table campaigns (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  state text not null check (state in
    ('draft', 'scheduled', 'preparing', 'running', 'paused', 'completed', 'cancelled')),
  -- Why it stands still: 'by_person' or a failure kind, and the sentence for people.
  paused_kind text,
  paused_text text,
  number_id uuid,
  template_id uuid,
  -- Value source of each template variable: {"body.1": {"field": "FIRST_NAME", "fallback": "there"}}.
  variables jsonb not null default '{}',
  -- {"listIds": [], "contactIds": [], "everyone": false, "requireConsent": false}
  audience jsonb not null default '{}',
  -- Audience: whom this campaign failed to reach.
  retry_of uuid,
  scheduled_at timestamptz,
  started_at timestamptz,
  completed_at timestamptz,
  -- Figures, moved in the transaction that moves the rows they count. Every person of the audience is counted in
  -- exactly one of the nine from waiting to cancelled.
  audience_count int not null default 0,
  excluded jsonb not null default '{}',
  waiting_count int not null default 0,
  queued_count int not null default 0,
  uncertain_count int not null default 0,
  accepted_count int not null default 0,
  sent_count int not null default 0,
  delivered_count int not null default 0,
  read_count int not null default 0,
  failed_count int not null default 0,
  cancelled_count int not null default 0,
  replied_count int not null default 0,
  clicked_count int not null default 0,
  opted_out_count int not null default 0,
  -- The figures moved since they were last announced.
  unannounced boolean not null default false,
  -- Paused or cancelled, and what it had queued or waiting is not taken back yet.
  settling boolean not null default false,
  created_by jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, template_id) references templates,
  foreign key (workspace_id, number_id) references numbers
) with (fillfactor = 40);
create index campaigns_newest on campaigns (workspace_id, created_at desc, id desc);
create index campaigns_scheduled on campaigns (workspace_id, scheduled_at desc, id) where scheduled_at is not null;
create index campaigns_at_work on campaigns (workspace_id, id) where state = 'running' or settling;
create index campaigns_unannounced on campaigns (workspace_id, id) where unannounced;
call make_tenant_table('campaigns');
call open_to_system('campaigns');

-- One row per person of the frozen audience, also of those left out, with the reason. What became of a message
-- that was started is told by the message itself; only failures are noted here too, to be found without a search.
create table campaign_recipients (
  workspace_id uuid not null,
  campaign_id uuid not null,
  contact_id uuid not null,
  state text not null check (state in ('waiting', 'started', 'failed', 'excluded', 'cancelled')),
  -- Why excluded or failed: a name from a closed list, and for failures the sentence for people.
  reason text,
  reason_text text,
  message_id uuid,
  replied_at timestamptz,
  clicked_at timestamptz,
  opted_out_at timestamptz,
  primary key (workspace_id, campaign_id, contact_id),
  foreign key (workspace_id, campaign_id) references campaigns on delete cascade,
  foreign key (workspace_id, contact_id) references contacts on delete cascade
) with (fillfactor = 80);
create index campaign_recipients_by_state on campaign_recipients (workspace_id, campaign_id, state, contact_id);
create index campaign_recipients_by_contact on campaign_recipients (workspace_id, contact_id);
create index campaign_recipients_replied on campaign_recipients (workspace_id, campaign_id, contact_id)
  where replied_at is not null or clicked_at is not null or opted_out_at is not null;
call make_tenant_table('campaign_recipients');
