-- What changed and the journal has not been told yet: written with the change itself, deleted when it is told.
create table suppliers.untold (
    number      bigint generated always as identity primary key,
    source      text        not null,
    key         text        not null unique,
    at          timestamptz not null,
    by_whom     text        not null,
    what        text        not null,
    which       text        not null,
    change      text        not null,
    correlation text        not null
);
