CREATE SCHEMA IF NOT EXISTS intake;

-- Every message as it came, sealed by the vault. Written once, deleted when it is old enough.
CREATE TABLE intake.inbox (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    connection  text        NOT NULL,
    delivery    text        NOT NULL,
    topic       text        NOT NULL,
    correlation text        NOT NULL,
    received_at timestamptz NOT NULL,
    body        bytea       NOT NULL,
    UNIQUE (connection, delivery)
);

CREATE INDEX inbox_by_time ON intake.inbox USING brin (received_at);

-- What still waits for its meaning: small rows, so that the queue stays small.
CREATE TABLE intake.waiting (
    message bigint PRIMARY KEY
);

-- What was not understood. A person looks, and has it translated again or marks it as known.
CREATE TABLE intake.quarantine (
    message    bigint PRIMARY KEY,
    connection text        NOT NULL,
    topic      text        NOT NULL,
    why        text        NOT NULL,
    since      timestamptz NOT NULL,
    known      boolean     NOT NULL DEFAULT false
);

-- What a platform must be asked for. The same version of a thing is asked for once.
CREATE TABLE intake.errand (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message    bigint      NOT NULL,
    connection text        NOT NULL,
    what       text        NOT NULL,
    which      text        NOT NULL,
    version    text        NOT NULL,
    correlation text       NOT NULL,
    tries      int         NOT NULL DEFAULT 0,
    next_try   timestamptz NOT NULL,
    UNIQUE (connection, what, which, version)
);

CREATE INDEX errand_due ON intake.errand (next_try);

-- How many messages ended how, for people to see.
CREATE TABLE intake.tally (
    connection text        NOT NULL,
    topic      text        NOT NULL,
    ending     text        NOT NULL,
    messages   bigint      NOT NULL,
    entries    bigint      NOT NULL,
    last_at    timestamptz NOT NULL,
    PRIMARY KEY (connection, topic, ending)
);
