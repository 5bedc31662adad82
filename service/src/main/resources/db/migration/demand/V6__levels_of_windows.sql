-- Which level to ask for so that windows of days are covered as often as wanted, learnt from all variants together once
-- a business day, in the library's own form. The newest holds; older ones are kept as long as what was decided on them.
CREATE TABLE demand.window_levels (
    day       date        PRIMARY KEY,
    learnt_at timestamptz NOT NULL,
    began_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    series    integer     NOT NULL,
    windows   bigint      NOT NULL,
    levels    bytea       NOT NULL
);
