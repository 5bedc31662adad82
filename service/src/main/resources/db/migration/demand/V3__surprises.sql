-- What was sold on the current business day and has not been looked at since: at most one row a variant and location.
CREATE TABLE demand.sold_today (
    location text   COLLATE "C" NOT NULL,
    variant  text   COLLATE "C" NOT NULL,
    sequence bigint NOT NULL,
    PRIMARY KEY (location, variant)
);

-- Days that sold more than their forecast thought possible, and what became of the forecast.
CREATE TABLE demand.surprise (
    location    text             COLLATE "C" NOT NULL,
    variant     text             COLLATE "C" NOT NULL,
    day         date             NOT NULL,
    sold        double precision NOT NULL,
    high        double precision NOT NULL,
    mean_before double precision NOT NULL,
    mean_after  double precision NOT NULL,
    times       integer          NOT NULL DEFAULT 1,
    at          timestamptz      NOT NULL,
    PRIMARY KEY (location, variant, day)
);
