CREATE SCHEMA IF NOT EXISTS connectors;

-- One row an account at an outside system; secrets and token are sealed by the vault.
CREATE TABLE connectors.connection (
    id               text   PRIMARY KEY,
    platform         text   NOT NULL,
    secrets          bytea  NOT NULL,
    url              text   NOT NULL,
    token            bytea  NOT NULL,
    notification_url text   NOT NULL,
    setting_names    text[] NOT NULL,
    setting_values   text[] NOT NULL
);
