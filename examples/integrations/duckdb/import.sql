-- What `matn jsonl --offsets codepoints` answered: `found` has a row for each annotation, `answers` also the texts that could not be read.
CREATE TABLE answers AS
    FROM read_json('found.jsonl', format = 'newline_delimited', maximum_object_size = 1073741824, columns = {
        id: 'BIGINT', error: 'VARCHAR',
        annotations: 'STRUCT("type" VARCHAR, "begin" BIGINT, "end" BIGINT, value VARCHAR, timex VARCHAR, flag VARCHAR, id VARCHAR, name VARCHAR, score DOUBLE)[]'});
CREATE TABLE found AS SELECT id AS text_id, unnest(annotations, max_depth := 2) FROM answers;
