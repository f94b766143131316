-- Who met whom, who works with whom, and which sentence says so.
CREATE TABLE IF NOT EXISTS documents (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  hash INTEGER NOT NULL,
  date TEXT,
  date_source TEXT NOT NULL,
  title TEXT,
  text TEXT,
  url TEXT,
  publisher TEXT,
  offsets TEXT NOT NULL,
  chancery TEXT NOT NULL,
  rules TEXT NOT NULL,
  gazetteers TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS entities (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  kind TEXT,
  country TEXT,
  lat REAL,
  lon REAL
) STRICT;

CREATE TABLE IF NOT EXISTS same_as (
  entity INTEGER NOT NULL REFERENCES entities ON DELETE CASCADE,
  id TEXT NOT NULL,
  PRIMARY KEY (entity, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS mentions (
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  position INTEGER NOT NULL,
  entity INTEGER NOT NULL REFERENCES entities,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  form TEXT NOT NULL,
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS events (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  polarity TEXT NOT NULL,
  modality TEXT NOT NULL,
  contradicted INTEGER NOT NULL,
  date TEXT,
  date_end TEXT,
  first_day TEXT,
  last_day TEXT,
  place INTEGER REFERENCES entities,
  tellings INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS participants (
  event TEXT NOT NULL REFERENCES events ON DELETE CASCADE,
  entity INTEGER NOT NULL REFERENCES entities,
  PRIMARY KEY (event, entity)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS relations (
  id TEXT PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  position INTEGER NOT NULL,
  told INTEGER NOT NULL,
  event TEXT REFERENCES events ON DELETE SET NULL,
  by_week INTEGER NOT NULL DEFAULT 0,
  type TEXT NOT NULL,
  plover TEXT NOT NULL,
  cameo TEXT NOT NULL,
  polarity TEXT NOT NULL,
  polarity_cue TEXT,
  modality TEXT NOT NULL,
  modality_cue TEXT,
  tense TEXT NOT NULL,
  date TEXT,
  date_end TEXT,
  date_kind TEXT,
  date_cue TEXT,
  place INTEGER REFERENCES entities,
  topic TEXT,
  "trigger" TEXT NOT NULL,
  trigger_start INTEGER NOT NULL,
  trigger_end INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  field TEXT NOT NULL,
  rule TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS arguments (
  relation TEXT NOT NULL REFERENCES relations ON DELETE CASCADE,
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  entity INTEGER NOT NULL REFERENCES entities,
  mention INTEGER NOT NULL,
  via TEXT,
  PRIMARY KEY (relation, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS attributions (
  relation TEXT NOT NULL REFERENCES relations ON DELETE CASCADE,
  position INTEGER NOT NULL,
  entity INTEGER REFERENCES entities,
  words TEXT NOT NULL,
  cue TEXT NOT NULL,
  PRIMARY KEY (relation, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS entities_by_name ON entities (name);
CREATE INDEX IF NOT EXISTS mentions_by_entity ON mentions (entity);
CREATE INDEX IF NOT EXISTS relations_by_document ON relations (document, position);
CREATE INDEX IF NOT EXISTS relations_by_event ON relations (event);
CREATE INDEX IF NOT EXISTS relations_by_date ON relations (date);
CREATE INDEX IF NOT EXISTS arguments_by_entity ON arguments (entity);
CREATE INDEX IF NOT EXISTS events_by_day ON events (first_day);
CREATE INDEX IF NOT EXISTS participants_by_entity ON participants (entity);

-- Who met whom: what is affirmed as done, a row for each pair.
CREATE VIEW IF NOT EXISTS met AS
SELECT e.id AS event, e.date, a.name AS a, b.name AS b, p.name AS place, e.tellings, e.contradicted
FROM events e
JOIN participants x ON x.event = e.id
JOIN participants y ON y.event = e.id
JOIN entities a ON a.number = x.entity
JOIN entities b ON b.number = y.entity
LEFT JOIN entities p ON p.number = e.place
WHERE e.type = 'meeting' AND e.polarity = 'positive' AND e.modality = 'actual' AND (a.name, a.id) < (b.name, b.id);

-- How often a pair met or cooperated in a month; an event without a date counts by the month it was first reported in.
CREATE VIEW IF NOT EXISTS pairs_by_month AS
SELECT e.type, substr(coalesce(e.first_day, (SELECT min(d.date) FROM relations r JOIN documents d ON d.number = r.document
  WHERE r.event = e.id)), 1, 7) AS month, a.name AS a, b.name AS b, count(*) AS events, sum(e.tellings) AS tellings
FROM events e
JOIN participants x ON x.event = e.id
JOIN participants y ON y.event = e.id
JOIN entities a ON a.number = x.entity
JOIN entities b ON b.number = y.entity
WHERE e.polarity = 'positive' AND e.modality = 'actual' AND (a.name, a.id) < (b.name, b.id)
GROUP BY 1, 2, 3, 4;

-- Every telling of every event, with its sentence and who says so.
CREATE VIEW IF NOT EXISTS evidence AS
SELECT r.event, r.id AS relation, d.id AS document, d.date AS published, d.url, r.type, r.polarity, r.modality,
  r.date, r.sentence, r.sentence_start, r.sentence_end, r.rule,
  (SELECT group_concat(coalesce(n.name, t.words), ' < ') FROM (SELECT * FROM attributions WHERE relation = r.id ORDER BY position) t
    LEFT JOIN entities n ON n.number = t.entity) AS said_by
FROM relations r JOIN documents d ON d.number = r.document;

PRAGMA user_version = 1;
