-- Favourite templates are each person's own.

create table template_favourites (
  workspace_id uuid not null,
  user_id uuid not null,
  template_id uuid not null,
  primary key (workspace_id, user_id, template_id),
  foreign key (workspace_id, user_id) references memberships on delete cascade,
  foreign key (workspace_id, template_id) references templates on delete cascade
);
create index template_favourites_of_template on template_favourites (workspace_id, template_id);
call make_tenant_table('template_favourites');

insert into template_favourites (workspace_id, user_id, template_id)
select t.workspace_id, m.user_id, t.id from templates t
join memberships m on m.workspace_id = t.workspace_id where t.favourite;

alter table templates drop column favourite;
