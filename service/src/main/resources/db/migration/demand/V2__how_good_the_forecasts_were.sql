-- Forecast and demand, held together at the close of each business day: one row a day, location and class of demand.
CREATE TABLE demand.outcome (
    location       text             COLLATE "C" NOT NULL,
    day            date             NOT NULL,
    demand_class   text             NOT NULL,
    forecasts      integer          NOT NULL,
    expected       double precision NOT NULL,
    sold           double precision NOT NULL,
    absolute_error double precision NOT NULL,
    covered        integer          NOT NULL,
    PRIMARY KEY (location, day, demand_class)
);
