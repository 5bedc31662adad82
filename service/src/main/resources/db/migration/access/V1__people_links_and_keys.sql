create schema if not exists access;

create table access.person (
    id            text primary key,
    name          text not null,
    password_hash text, -- null: comes in by one-time link only
    role          text not null check (role in ('CLERK', 'MANAGER', 'BUYER', 'ADMIN')),
    locations     text[] not null, -- empty: all of them
    active        boolean not null default true,
    created_at    timestamptz not null default now()
);

-- Links age by the database's own clock: the house's clock may run fast in a demonstration.
create table access.one_time_link (
    token_hash bytea primary key,
    purpose    text not null check (purpose in ('FIRST_ADMINISTRATOR', 'INVITATION', 'SIGN_IN')),
    person     text, -- whom it signs in; null when it makes a new person
    role       text not null check (role in ('CLERK', 'MANAGER', 'BUYER', 'ADMIN')),
    locations  text[] not null,
    made_by    text not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);

create table access.api_key (
    name       text primary key,
    key_hash   bytea not null unique,
    hint       text not null, -- its first characters, to tell keys apart
    scopes     text[] not null,
    made_by    text not null,
    created_at timestamptz not null default now(),
    revoked_at timestamptz
);
