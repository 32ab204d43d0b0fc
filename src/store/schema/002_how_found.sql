-- 1.1: how an article's day of publication was found.

ALTER TABLE article ADD COLUMN published_from TEXT;
