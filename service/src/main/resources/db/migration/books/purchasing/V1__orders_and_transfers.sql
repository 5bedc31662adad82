create schema if not exists purchasing;

create sequence purchasing.order_number start 1001;
create sequence purchasing.transfer_number start 1001;

-- All that was told of one order or transfer; the columns follow from it.
create table purchasing.purchase_order (
    id          text primary key,
    content     text not null,
    known       boolean not null,
    supplier    text,
    destination text,
    state       text,
    expected_on date,
    approved_at timestamptz,
    sent_at     timestamptz,
    closed_at   timestamptz
);

create index purchase_order_expected on purchasing.purchase_order (state, expected_on);
create index purchase_order_supplier on purchasing.purchase_order (supplier, approved_at);

create table purchasing.order_variant (
    purchase_order text not null,
    variant        text not null,
    primary key (variant, purchase_order)
);

create index order_variant_order on purchasing.order_variant (purchase_order);

create table purchasing.transfer (
    id          text primary key,
    content     text not null,
    known       boolean not null,
    approved_at timestamptz
);

create table purchasing.merged (
    from_variant text primary key,
    into_variant text not null
);

create index merged_into on purchasing.merged (into_variant);
