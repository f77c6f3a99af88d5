-- The texts of a table as lines for `matn jsonl`. Here the table is made as well.
CREATE TABLE news(id BIGINT, published DATE, body VARCHAR);
INSERT INTO news VALUES
    (1, '2020-04-16', 'زلمي خليلزاد روز ۲۶ حمل ۱۳۹۹ به كابل رفت.'),
    (2, '2020-09-20', 'The talks in Doha began on 12 September 2020.'),
    (3, '2020-04-15', 'وصل الوفد إلى كابُل أمس'),
    (4, NULL, NULL),
    (5, NULL, E'"quoted"\tand\nbroken \\ lines');
COPY (SELECT id, body AS text, published::VARCHAR AS anchor FROM news WHERE body IS NOT NULL) TO 'texts.jsonl' (FORMAT json);
