-- How far each platform has been asked what changed, apart from what it told by itself.
CREATE TABLE intake.reconciliation (
    connection text        NOT NULL,
    what       text        NOT NULL,
    next_at    timestamptz NOT NULL,                -- real time, as pauses are
    told_until timestamptz,                         -- all that changed before is here; null before the first time
    since      timestamptz,                         -- the question that is being asked, if one is
    until      timestamptz,
    cursor     text        NOT NULL DEFAULT '',
    tries      int         NOT NULL DEFAULT 0,
    trouble    text        NOT NULL DEFAULT '',
    PRIMARY KEY (connection, what)
);
