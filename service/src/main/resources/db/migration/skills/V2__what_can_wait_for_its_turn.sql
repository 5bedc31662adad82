-- What newly wants something is decided at once; what lies on the desk already is thought over at its turn.
ALTER TABLE skills.agenda
    ADD COLUMN urgent_told  bigint      NOT NULL DEFAULT 0,
    ADD COLUMN decided_told bigint      NOT NULL DEFAULT 0,
    ADD COLUMN turn_at      timestamptz NOT NULL DEFAULT '-infinity';

CREATE INDEX agenda_urgent ON skills.agenda (due_at) WHERE pending AND urgent_told > decided_told;
