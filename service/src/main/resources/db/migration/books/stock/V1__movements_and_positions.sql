create schema if not exists stock;

-- All that was told of one sale, purchase order or transfer, from which its movements follow.
create table stock.paper (
    id      text primary key,
    kind    text not null,
    content text not null
);

-- The book itself: each change of the stock of one variant at one location.
create table stock.movement (
    paper       text        not null,
    part        integer     not null,
    variant     text        not null,
    location    text        not null,
    unit        text        not null,
    occurred_at timestamptz not null,
    kind        text        not null,
    sequence    bigint      not null,
    correlation text        not null,
    on_hand     numeric     not null,
    committed   numeric     not null,
    in_transit  numeric     not null,
    on_order    numeric     not null,
    primary key (paper, part)
);

create index movement_shelf on stock.movement (variant, location, occurred_at);

-- What machines believed and people counted; each has a movement that makes up the difference.
create table stock.report (
    paper       text primary key,
    variant     text        not null,
    location    text        not null,
    unit        text        not null,
    occurred_at timestamptz not null,
    source_key  text        not null,
    level       numeric     not null,
    measure     text        not null
);

create index report_shelf on stock.report (variant, location, unit, occurred_at, source_key);

-- Derived: the sum of the movements.
create table stock.position (
    variant     text        not null,
    location    text        not null,
    unit        text        not null,
    on_hand     numeric     not null,
    committed   numeric     not null,
    in_transit  numeric     not null,
    on_order    numeric     not null,
    as_of       timestamptz not null,
    known_since timestamptz,
    primary key (variant, location, unit)
) with (fillfactor = 70);

create index position_location on stock.position (location, variant);

create table stock.merged (
    from_variant text primary key,
    into_variant text not null
);

create index merged_into on stock.merged (into_variant);

-- Positions that changed and that nobody has looked at yet. It only grows at the end, so that the
-- book never waits for whoever is taking.
create table stock.changed (
    id          bigint generated always as identity primary key,
    variant     text        not null,
    location    text        not null,
    correlation text        not null,
    occurred_at timestamptz not null,
    cause       text        not null
);

create index changed_shelf on stock.changed (variant, location);
