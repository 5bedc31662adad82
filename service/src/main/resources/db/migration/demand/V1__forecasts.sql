CREATE SCHEMA demand;

-- The newest forecast of each variant and location, as plain figures: it answers the same when the models have changed.
CREATE TABLE demand.forecast (
    location        text               COLLATE "C" NOT NULL,
    variant         text               COLLATE "C" NOT NULL,
    first_day       date               NOT NULL,
    model           text               NOT NULL,
    demand_class    text               NOT NULL,
    counted         boolean            NOT NULL,
    scaled_error    double precision,
    bias            double precision,
    coverage        double precision,
    origins         integer            NOT NULL,
    means           double precision[] NOT NULL,
    deviations      double precision[] NOT NULL,
    windows         double precision[] NOT NULL,
    weekday_factors double precision[] NOT NULL,
    history_from    date,
    history_days    integer            NOT NULL,
    made_at         timestamptz        NOT NULL,
    PRIMARY KEY (location, variant)
);
CREATE INDEX forecast_age ON demand.forecast (location, first_day, variant);

-- Sales of past days that were told lately, in real time: forecasts that learnt from these days are made anew when it
-- is quiet, and when the sales book has read as far as the entry that told it.
CREATE TABLE demand.late_sale (
    location text        COLLATE "C" NOT NULL,
    variant  text        COLLATE "C" NOT NULL,
    since    timestamptz NOT NULL DEFAULT clock_timestamp(),
    at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    sequence bigint      NOT NULL,
    PRIMARY KEY (location, variant)
);
