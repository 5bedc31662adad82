create schema if not exists suppliers;

create table suppliers.supplier (
    id                       text primary key,
    name                     text    not null,
    email                    text,
    currency                 text    not null,
    lead_time_days           integer not null,
    lead_time_deviation_days numeric not null,
    minimum_order_value      bigint,
    minimum_order_currency   text,
    review_period_days       integer not null,
    approved                 boolean not null
);

create table suppliers.terms (
    variant        text    not null,
    supplier       text    not null references suppliers.supplier (id),
    unit_cost      numeric not null,
    contract_price numeric,
    currency       text    not null,
    case_pack      numeric not null,
    minimum_order  numeric not null,
    unit           text    not null,
    non_standard   boolean not null,
    preferred      boolean not null default false,
    changed_at     timestamptz not null,
    primary key (variant, supplier)
);

create index terms_supplier on suppliers.terms (supplier, variant);

-- Who serves which order, and which orders came in: a supplier is new until one has.
create table suppliers.served (
    purchase_order text primary key,
    supplier       text,
    received       boolean not null default false
);

create index served_supplier on suppliers.served (supplier) where received;

create table suppliers.merged (
    from_variant text primary key,
    into_variant text not null
);

create index merged_into on suppliers.merged (into_variant);
