-- Which claimed messages were certainly not tried when their process died.

-- The claimed messages of a tenure are numbered in the order in which they go. Null: of a tenure that ended.
alter table send_queue add column claim_place int;

-- How far the tenure of a number's lane has come: calls up to begun_to may have begun, noted before they do. Apart from
-- the lane itself, which readers of statuses keep locked for longer than sending can wait.
create table lane_progress (
  workspace_id uuid not null,
  number_id uuid not null,
  tenure uuid not null,
  begun_to int not null,
  primary key (workspace_id, number_id),
  foreign key (workspace_id, number_id) references numbers on delete cascade
) with (fillfactor = 50);
call make_tenant_table('lane_progress');
