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
    -- When sales of days that it had already learnt from were told first and last, in real time; null if none were.
    late_since      timestamptz,
    late_at         timestamptz,
    PRIMARY KEY (location, variant)
);
CREATE INDEX forecast_age ON demand.forecast (location, first_day, variant);
CREATE INDEX forecast_late ON demand.forecast (location) WHERE late_since IS NOT NULL;
