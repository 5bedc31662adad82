CREATE SCHEMA IF NOT EXISTS vault;

-- One row a person. To forget them is to delete it: nothing else holds their key.
CREATE TABLE vault.subject (
    id          text PRIMARY KEY,
    wrapped_key bytea NOT NULL,
    details     bytea NOT NULL,
    fingerprint text  NOT NULL
);

-- What finds a person: a keyed hash of each identifier.
CREATE TABLE vault.identifier (
    hash    text PRIMARY KEY,
    kind    text NOT NULL,
    subject text NOT NULL
);

CREATE INDEX identifier_by_subject ON vault.identifier (subject);

-- What raw messages and secrets are sealed under: a key a day.
CREATE TABLE vault.data_key (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    day         date  NOT NULL UNIQUE,
    wrapped_key bytea NOT NULL
);
