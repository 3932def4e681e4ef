-- Notices of a provider that somebody signed out there, by their hash, until they end by themselves: each counts once.
CREATE TABLE provider_logout (
    notice TEXT PRIMARY KEY,
    until  TEXT NOT NULL
) STRICT;
