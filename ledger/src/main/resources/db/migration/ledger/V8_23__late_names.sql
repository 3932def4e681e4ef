-- Up to which batch names have been looked for in the texts of all batches, and with which list of the company. The last row holds.
CREATE TABLE late_names (
    pass      INTEGER PRIMARY KEY,
    through   INTEGER NOT NULL CHECK (through >= 0),
    list_hash TEXT NOT NULL,
    texts     INTEGER NOT NULL CHECK (texts >= 0),
    at        TEXT NOT NULL
) STRICT;
