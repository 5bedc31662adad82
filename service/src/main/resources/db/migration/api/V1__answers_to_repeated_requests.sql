CREATE SCHEMA api;

-- What a program was told to a write that bore an Idempotency-Key; status is null while the write is under way.
CREATE TABLE api.answer (
    caller      text        COLLATE "C" NOT NULL,
    key         text        COLLATE "C" NOT NULL,
    fingerprint bytea       NOT NULL,
    claimed_at  timestamptz NOT NULL,
    status      integer,
    media_type  text,
    body        bytea,
    PRIMARY KEY (caller, key)
);
CREATE INDEX answer_claimed_at ON api.answer (claimed_at);
