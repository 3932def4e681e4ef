-- Who an account is at an OpenID provider. The subject is the provider's own word for the person; it stands nowhere else.
CREATE TABLE account_identity (
    account   TEXT PRIMARY KEY REFERENCES account (name),
    issuer    TEXT NOT NULL,
    subject   TEXT NOT NULL,
    linked_at TEXT NOT NULL,
    UNIQUE (issuer, subject)
) STRICT;
