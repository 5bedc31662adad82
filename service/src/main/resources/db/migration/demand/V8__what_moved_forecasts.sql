-- What moved a forecast after the models had made it (a learner, a surprise), one step after the other: with its inputs
-- enough to make the moved one again.
ALTER TABLE demand.forecast_inputs ADD COLUMN steps bytea NOT NULL DEFAULT '';
