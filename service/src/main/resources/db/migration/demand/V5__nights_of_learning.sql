-- What was learnt from all variants together, a row a business day: who works on it holds its lease.
CREATE TABLE demand.learning (
    day         date        PRIMARY KEY,
    started_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    lease_until timestamptz NOT NULL,
    ended_at    timestamptz,
    series      integer     NOT NULL DEFAULT 0,
    periods     integer     NOT NULL DEFAULT 0,
    outcome     text        NOT NULL DEFAULT ''
);
