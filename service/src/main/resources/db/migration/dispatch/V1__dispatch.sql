create schema if not exists dispatch;

-- One job a proposal. Times here are the machine's, not the shop's: they guard calls, not days.
create table dispatch.job (
    proposal    text        primary key,
    state       text        not null,
    attempts    integer     not null default 0, -- all of them, so that each has a number of its own
    tries       integer     not null default 0, -- since a person last had it tried again
    next_at     timestamptz not null,
    lease       uuid,
    lease_until timestamptz,
    connection  text        not null default '',
    outcome     text        not null default '',
    created_at  timestamptz not null default now(),
    changed_at  timestamptz not null default now()
);
create index due on dispatch.job (next_at) where state = 'WAITING';
create index leased on dispatch.job (lease_until) where state = 'IN_FLIGHT';
create index stuck on dispatch.job (changed_at, proposal) where state in ('REFUSED', 'GIVEN_UP', 'UNCERTAIN');

-- Written before the call; its end after.
create table dispatch.attempt (
    proposal   text        not null references dispatch.job,
    attempt    integer     not null,
    connection text        not null,
    began_at   timestamptz not null,
    ended_at   timestamptz,
    ended      text,
    call       text        not null default '',
    answer     text        not null default '',
    reference  text        not null default '',
    told       boolean     not null default false,
    primary key (proposal, attempt)
);
create index untold on dispatch.attempt (proposal, attempt) where ended is not null and not told;
