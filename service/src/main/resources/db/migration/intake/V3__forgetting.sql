-- Persons whose raw messages are still to be found and emptied: the names to look for, sealed, until it is done.
CREATE TABLE intake.forgetting (
    message    bigint PRIMARY KEY,
    connection text   NOT NULL,
    names      bytea  NOT NULL,
    after      bigint NOT NULL DEFAULT 0
);
