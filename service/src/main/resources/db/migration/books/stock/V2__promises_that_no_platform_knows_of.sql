-- How much of what is committed no platform knows of: what it calls available holds these goods still.
alter table stock.movement add column unseen numeric not null default 0;

create index movement_unseen on stock.movement (variant, location, occurred_at) where unseen <> 0;
