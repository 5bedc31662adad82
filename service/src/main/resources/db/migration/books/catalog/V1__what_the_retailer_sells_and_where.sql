create schema if not exists catalog;

create table catalog.variant (
    id             text primary key,
    sku            text    not null,
    name           text    not null,
    gtin           text,
    category       text    not null default '',
    vendor         text    not null default '',
    price          bigint,
    price_currency text,
    active         boolean not null,
    provisional    boolean not null
);

create index variant_provisional on catalog.variant (id) where provisional;

-- A variant that was merged into another: old names stay good for ever.
create table catalog.merged (
    from_variant text primary key,
    into_variant text not null
);

create index merged_into on catalog.merged (into_variant);

-- Each name by which any system calls a variant.
create table catalog.ref (
    ref     text primary key,
    variant text not null
);

create index ref_variant on catalog.ref (variant);

-- What each connection lists now: its newest telling of each thing.
create table catalog.listing (
    source         text        not null,
    key            text        not null,
    as_of          timestamptz not null,
    source_key     text        not null,
    variant        text        not null,
    sku            text,
    sku_normalised text,
    name           text        not null,
    gtin           text,
    category       text        not null,
    vendor         text        not null,
    price          bigint,
    price_currency text,
    active         boolean     not null,
    primary key (source, key)
);

create index listing_variant on catalog.listing (variant);
create index listing_sku on catalog.listing (sku_normalised);

-- Mergers that the catalog found itself and that the journal has not heard of yet.
create table catalog.merge_to_tell (
    from_variant text primary key,
    into_variant text        not null,
    correlation  text        not null,
    occurred_at  timestamptz not null
);

create table catalog.location (
    id         text primary key,
    name       text not null,
    zone       text not null,
    day_start  time not null,
    email      text,
    told_at    timestamptz,
    source_key text not null default ''
);
