-- What a tab tells may arrive in another order than it was told.
alter table attention add column turn int not null default 0;
