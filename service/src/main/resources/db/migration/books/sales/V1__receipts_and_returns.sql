create schema if not exists sales;

-- Each sale as its newest telling says.
create table sales.receipt (
    source          text        not null,
    id              text        not null,
    as_of           timestamptz not null,
    source_key      text        not null,
    occurred_at     timestamptz not null,
    location        text        not null,
    channel         text        not null,
    state           text        not null,
    stated_total    bigint,
    stated_currency text,
    customer        text,
    sequence        bigint      not null,
    correlation     text        not null,
    primary key (source, id)
);

create index receipt_sequence on sales.receipt (sequence);
create index receipt_hour on sales.receipt (location, occurred_at);

create table sales.line (
    source      text             not null,
    receipt     text             not null,
    line        text             not null,
    variant     text             not null,
    label       text collate "C" not null,
    quantity    numeric          not null,
    unit        text             not null,
    amount      bigint           not null,
    currency    text             not null,
    location    text             not null,
    occurred_at timestamptz      not null,
    counted     boolean          not null,
    primary key (source, receipt, line)
);

create index line_shelf on sales.line (variant, location, occurred_at);
create index line_day on sales.line (location, occurred_at);
create index line_label on sales.line (source, label);

create table sales.back (
    source      text        not null,
    id          text        not null,
    receipt     text        not null,
    occurred_at timestamptz not null,
    source_key  text        not null,
    location    text        not null,
    sequence    bigint      not null,
    correlation text        not null,
    primary key (source, id)
);

create index back_receipt on sales.back (source, receipt);

create table sales.back_line (
    source    text             not null,
    back      text             not null,
    line      text             not null,
    variant   text             not null,
    label     text collate "C" not null,
    quantity  numeric          not null,
    unit      text             not null,
    amount    bigint           not null,
    currency  text             not null,
    restocked boolean          not null,
    primary key (source, back, line)
);

create index back_line_label on sales.back_line (source, label);
create index back_line_variant on sales.back_line (variant);

-- Lines that we do not count, of sales and of returns.
create table sales.refused (
    source   text collate "C" not null,
    paper    text collate "C" not null,
    line     text collate "C" not null,
    receipt  text             not null,
    label    text             not null,
    quantity text             not null,
    amount   bigint           not null,
    currency text             not null,
    reason   text             not null,
    detail   text             not null,
    primary key (source, paper, line)
);

create table sales.doubt (
    sequence    bigint primary key,
    correlation text        not null,
    source      text        not null,
    receipt     text        not null,
    location    text        not null,
    occurred_at timestamptz not null,
    doubt       text        not null,
    detail      text        not null
);

create table sales.merged (
    from_variant text primary key,
    into_variant text not null
);

create index merged_into on sales.merged (into_variant);
