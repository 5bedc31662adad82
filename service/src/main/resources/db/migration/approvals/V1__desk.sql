create schema if not exists approvals;

-- One row a proposal; its words stand in its revisions.
create table approvals.proposal (
    id            text        primary key,
    skill         text        not null,
    about         text        not null,
    location      text        not null,
    state         text        not null,
    revision      integer     not null,
    correlation   text        not null,
    requester     text        not null,
    changed_by    text,
    persons_lines text[]      not null,
    value_minor   bigint      not null,
    currency      text        not null,
    act_by        date,
    asked_role    text        not null,
    made_at       timestamptz not null,
    expires_at    timestamptz not null,
    escalates_at  timestamptz not null,
    decisions     integer     not null default 0,
    decided_by    text,
    decided_at    timestamptz,
    by_policy     boolean     not null default false,
    notes         text        not null default '',
    undo_until    timestamptz,
    released_at   timestamptz,
    outcome       text        not null default ''
);

-- At most one is open for one skill and one matter, whatever happens at once.
create unique index one_open on approvals.proposal (skill, about)
    where state = 'WAITING' or (state = 'APPROVED' and released_at is null);
create index waiting on approvals.proposal (state, act_by, value_minor desc)
    where state in ('WAITING', 'CAME_BACK');
create index decided on approvals.proposal (decided_at desc, id) where decided_at is not null;
create index expiring on approvals.proposal (expires_at) where state = 'WAITING';
create index escalating on approvals.proposal (escalates_at) where state = 'WAITING';
create index unreleased on approvals.proposal (undo_until) where state = 'APPROVED' and released_at is null;

create table approvals.revision (
    proposal      text        not null references approvals.proposal,
    revision      integer     not null,
    written_by    text        not null,
    written_at    timestamptz not null,
    content       text        not null, -- the proposal as it stands in this revision
    suggested     text,                 -- as the skill wrote it; null in a person's revision
    facts_version integer,
    facts         text,                 -- canonical: text, not jsonb, so that not a byte changes
    primary key (proposal, revision)
);

create table approvals.step (
    number   bigint      generated always as identity primary key,
    proposal text        not null references approvals.proposal,
    at       timestamptz not null,
    by_whom  text        not null,
    revision integer     not null,
    what     text        not null,
    notes    text        not null
);
create index step_of on approvals.step (proposal, number);

-- What the journal must still be told: written with the state it tells of, taken away when it stands there.
create table approvals.tiding (
    number      bigint generated always as identity primary key,
    correlation text   not null,
    events      text   not null,
    announces   text
);

create table approvals.phase_rule (
    skill       text    not null,
    location    text    not null, -- empty: all
    category    text    not null,
    supplier    text    not null,
    phase       text    not null,
    confidence  integer not null,
    limit_minor bigint,
    currency    text,
    primary key (skill, location, category, supplier)
);

create table approvals.role_limit (
    role        text   not null,
    currency    text   not null,
    limit_minor bigint not null,
    primary key (role, currency)
);

-- Since when a skill proposes at a location: its days with a person in the loop count from here.
create table approvals.workflow (
    skill      text        not null,
    location   text        not null,
    started_at timestamptz not null,
    primary key (skill, location)
);

create table approvals.loop_override (
    skill    text        not null,
    location text        not null, -- empty: all
    by_whom  text        not null,
    why      text        not null,
    at       timestamptz not null,
    primary key (skill, location)
);

-- Where Spring Modulith keeps application events until each listener is done with them.
create table if not exists public.event_publication (
    id                     uuid        not null primary key,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    integer,
    last_resubmission_date timestamptz
);
create index if not exists event_publication_serialized_event_hash_idx
    on public.event_publication using hash (serialized_event);
create index if not exists event_publication_by_completion_date_idx on public.event_publication (completion_date);
