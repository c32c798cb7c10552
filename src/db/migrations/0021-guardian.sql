-- Why the owner vouches for a number.
alter table guardian_proven_numbers add column reason text not null default '';
alter table guardian_proven_numbers alter column reason drop default;
