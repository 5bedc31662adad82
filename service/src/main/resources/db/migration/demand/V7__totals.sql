-- Forecasts added up: of the chain, its channels and its categories, everywhere (location '') and at each location.
-- Means and past sales are in ten-thousandths of a unit, so that parts add up to wholes exactly. Only the newest making is
-- kept; it is replaced as a whole.
CREATE TABLE demand.total (
    kind       text               COLLATE "C" NOT NULL,
    name       text               COLLATE "C" NOT NULL,
    location   text               COLLATE "C" NOT NULL,
    unit       text               COLLATE "C" NOT NULL,
    means      bigint[]           NOT NULL,
    deviations double precision[] NOT NULL,
    windows    double precision[] NOT NULL,
    lift       double precision   NOT NULL,
    alone      double precision[] NOT NULL,
    past       bigint[]           NOT NULL,
    model      text               NOT NULL,
    counted    boolean            NOT NULL,
    forecasts  integer            NOT NULL,
    PRIMARY KEY (kind, location, name, unit)
);

-- Who makes the totals holds the lease, by the number of the attempt; the newest forecast that could be read when it began;
-- and what came of the last one that ended.
CREATE TABLE demand.totals_made (
    one         boolean     PRIMARY KEY DEFAULT true CHECK (one),
    attempt     bigint      NOT NULL,
    started_at  timestamptz NOT NULL,
    lease_until timestamptz NOT NULL,
    newest      timestamptz,
    took        interval    NOT NULL DEFAULT interval '0',
    day         date,
    made_at     timestamptz,
    totals      integer     NOT NULL DEFAULT 0
);

-- Whether a forecast is newer than the totals is asked every few seconds.
CREATE INDEX forecast_made ON demand.forecast (made_at);
