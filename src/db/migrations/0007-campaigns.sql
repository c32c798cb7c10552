-- Campaigns, their frozen audience and running figures.

create table campaigns (
  workspace_id uuid not null references workspaces on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  state text not null check (state in
    ('draft', 'scheduled', 'preparing', 'running', 'paused', 'completed', 'cancelled')),
  paused_reason text,
  number_id uuid,
  template_id uuid,
  -- Value source of each template variable: {"body.1": {"field": "FIRST_NAME", "fallback": "there"}}.
  variables jsonb not null default '{}',
  -- {"listIds": [], "contactIds": []}
  audience jsonb not null default '{}',
  scheduled_at timestamptz,
  started_at timestamptz,
  completed_at timestamptz,
  -- Running figures, moved in the transaction that moves the rows they count.
  audience_count int not null default 0,
  excluded jsonb not null default '{}',
  queued_count int not null default 0,
  sent_count int not null default 0,
  delivered_count int not null default 0,
  read_count int not null default 0,
  failed_count int not null default 0,
  replied_count int not null default 0,
  clicked_count int not null default 0,
  opted_out_count int not null default 0,
  cancelled_count int not null default 0,
  created_by jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, template_id) references templates,
  foreign key (workspace_id, number_id) references numbers
);
create index campaigns_newest on campaigns (workspace_id, created_at desc, id desc);
create index campaigns_active on campaigns (workspace_id, id) where state in ('scheduled', 'preparing', 'running');
call make_tenant_table('campaigns');
call open_to_system('campaigns');

-- One row per person of the frozen audience, also of those left out, with the reason.
create table campaign_recipients (
  workspace_id uuid not null,
  campaign_id uuid not null,
  contact_id uuid not null,
  state text not null check (state in
    ('waiting', 'queued', 'sent', 'delivered', 'read', 'failed', 'excluded', 'cancelled')),
  reason text,
  message_id uuid,
  replied_at timestamptz,
  clicked_at timestamptz,
  opted_out_at timestamptz,
  updated_at timestamptz not null,
  primary key (workspace_id, campaign_id, contact_id),
  foreign key (workspace_id, campaign_id) references campaigns on delete cascade,
  foreign key (workspace_id, contact_id) references contacts on delete cascade
);
create index campaign_recipients_by_state on campaign_recipients (workspace_id, campaign_id, state, contact_id);
create index campaign_recipients_by_contact on campaign_recipients (workspace_id, contact_id);
call make_tenant_table('campaign_recipients');
