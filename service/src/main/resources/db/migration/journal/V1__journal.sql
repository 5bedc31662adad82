CREATE SCHEMA journal;

-- The newest entry's place and hash. Whoever appends locks this row: sequences have no gaps because of it.
CREATE TABLE journal.head (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    sequence bigint NOT NULL,
    hash     bytea  NOT NULL
);
INSERT INTO journal.head (sequence, hash) VALUES (0, decode(repeat('00', 32), 'hex'));

-- payload is text, not jsonb: its bytes are hashed. Collation C: keys are compared as bytes, and found by their beginning.
CREATE TABLE journal.entry (
    sequence    bigint      PRIMARY KEY,
    recorded_at timestamptz NOT NULL,
    source      text        COLLATE "C" NOT NULL,
    source_key  text        COLLATE "C" NOT NULL,
    kind        text        COLLATE "C" NOT NULL,
    correlation text        COLLATE "C" NOT NULL,
    payload     text        NOT NULL,
    hash        bytea       NOT NULL,
    CONSTRAINT entry_counts_once UNIQUE (source_key, source)
);
CREATE INDEX entry_correlation ON journal.entry (correlation, sequence);
CREATE INDEX entry_kind ON journal.entry (kind, sequence);

-- The story that a paper began with, so that a delivery of goods joins the story of the sale that made us order them.
CREATE TABLE journal.paper (
    paper       text   COLLATE "C" PRIMARY KEY,
    correlation text   COLLATE "C" NOT NULL,
    sequence    bigint NOT NULL
);

CREATE TABLE journal.bookmark (
    follower text        COLLATE "C" PRIMARY KEY,
    sequence bigint      NOT NULL,
    moved_at timestamptz NOT NULL
);

CREATE FUNCTION journal.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The journal is never changed: % of journal.entry is refused.', TG_OP;
END $$;
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON journal.entry
    FOR EACH STATEMENT EXECUTE FUNCTION journal.refuse_change();
