CREATE TABLE fine (number INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;

INSERT INTO fine (number, words) VALUES (1, 'this part works');
