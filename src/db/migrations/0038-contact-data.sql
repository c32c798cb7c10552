-- People of a campaign whose contact was deleted: how many came how far, and nothing that tells of any of them.
create table campaign_departed (
  workspace_id uuid not null,
  campaign_id uuid not null,
  state text not null,
  reason text not null,
  replied boolean not null,
  clicked boolean not null,
  link_clicked boolean not null,
  opted_out boolean not null,
  people integer not null,
  primary key (workspace_id, campaign_id, state, reason, replied, clicked, link_clicked, opted_out),
  foreign key (workspace_id, campaign_id) references campaigns on delete cascade
);
call make_tenant_table('campaign_departed');

-- How many deletions were asked for since none was left to do.
create table erasure_progress (
  workspace_id uuid not null primary key references workspaces (id) on delete cascade,
  asked integer not null,
  started_at timestamptz not null
);
call make_tenant_table('erasure_progress');

-- The file of an import goes when nothing reads it any more, its rejected rows some time after its end.
alter table imports alter column file_id drop not null;
alter table imports add column forgotten_at timestamptz;
create index imports_of_file on imports (workspace_id, file_id) where file_id is not null;

-- Where the bytes of a file are: equal files of a workspace share them.
alter table files add column bytes_id uuid;
update files set bytes_id = id;
alter table files alter column bytes_id set not null;
create index files_by_bytes on files (workspace_id, bytes_id);
create index files_by_digest on files (workspace_id, sha256);
