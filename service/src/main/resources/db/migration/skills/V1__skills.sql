CREATE SCHEMA skills;

-- What is to be decided: one row a concern, however much happens to it. Real time throughout.
CREATE TABLE skills.agenda (
    skill         text        COLLATE "C" NOT NULL,
    subject       text        COLLATE "C" NOT NULL,
    location      text        COLLATE "C" NOT NULL,
    pending       boolean     NOT NULL,
    told          bigint      NOT NULL,
    due_at        timestamptz NOT NULL,
    free_at       timestamptz NOT NULL DEFAULT '-infinity',
    claimed_until timestamptz NOT NULL DEFAULT '-infinity',
    decided_at    timestamptz,
    correlation   text        NOT NULL,
    cause         text        NOT NULL,
    occurred_at   timestamptz NOT NULL,
    noticed_at    timestamptz NOT NULL,
    failures      integer     NOT NULL DEFAULT 0,
    failure       text        NOT NULL DEFAULT '',
    PRIMARY KEY (skill, subject, location)
);
CREATE INDEX agenda_due ON skills.agenda (due_at) WHERE pending;
CREATE INDEX agenda_failed ON skills.agenda (failures) WHERE failures > 0;

-- What was suggested of each concern and is not settled.
CREATE TABLE skills.suggested (
    skill    text COLLATE "C" NOT NULL,
    subject  text COLLATE "C" NOT NULL,
    location text COLLATE "C" NOT NULL,
    about    text COLLATE "C" NOT NULL,
    proposal text NOT NULL,
    PRIMARY KEY (skill, subject, location, about)
);

-- Each variant and location that a skill has seen, with the level at which it wants something.
CREATE TABLE skills.watch (
    skill          text        COLLATE "C" NOT NULL,
    location       text        COLLATE "C" NOT NULL,
    variant        text        COLLATE "C" NOT NULL,
    subject        text        COLLATE "C" NOT NULL,
    state          text        NOT NULL,
    detail         text        NOT NULL,
    position       numeric     NOT NULL,
    level          numeric     NOT NULL,
    unit           text        NOT NULL,
    turnover       numeric     NOT NULL,
    turnover_class text        NOT NULL DEFAULT 'B',
    noted_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (skill, location, variant)
);
CREATE INDEX watch_concern ON skills.watch (skill, subject, location, state);
CREATE INDEX watch_wanting ON skills.watch (skill, variant) WHERE state = 'WANTING';
CREATE INDEX watch_unserved ON skills.watch ((location || '|' || variant)) WHERE state = 'UNSERVED';
