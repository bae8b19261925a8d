-- Where the person stopped listening to a letter: so many sentences were heard; 0: none, or all.
ALTER TABLE letter ADD COLUMN heard INTEGER NOT NULL DEFAULT 0;
