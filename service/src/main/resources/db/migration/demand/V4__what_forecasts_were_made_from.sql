-- What a forecast was made from, in the library's own form, and the hash of the figures that came out of it: enough to
-- make it again and compare. The newest of each variant and location is kept, those that a decision was made on for
-- long, and all others for some days.
CREATE TABLE demand.forecast_inputs (
    location  text        COLLATE "C" NOT NULL,
    variant   text        COLLATE "C" NOT NULL,
    made_at   timestamptz NOT NULL,
    first_day date        NOT NULL,
    inputs    bytea       NOT NULL,
    figures   bytea       NOT NULL,
    used_at   timestamptz,
    PRIMARY KEY (location, variant, made_at)
);
CREATE INDEX forecast_inputs_age ON demand.forecast_inputs (made_at);
