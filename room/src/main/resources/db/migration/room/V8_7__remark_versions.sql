-- A remark that was edited has several rows, its versions. "first" is the number of the first one, 0 in the first itself; a version with
-- "taken_back" ends it. "link" names what it belongs to.
ALTER TABLE remark ADD COLUMN first INTEGER NOT NULL DEFAULT 0;
ALTER TABLE remark ADD COLUMN taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1));
ALTER TABLE remark ADD COLUMN link TEXT NOT NULL DEFAULT '';
