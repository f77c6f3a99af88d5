-- SPDX-License-Identifier: MIT
\echo Use "CREATE EXTENSION matn" to load this file. \quit

-- Full-text search
CREATE FUNCTION matn_parser_start(internal, int4) RETURNS internal AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION matn_parser_token(internal, internal, internal) RETURNS internal AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION matn_parser_end(internal) RETURNS void AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION matn_parser_types(internal) RETURNS internal AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION matn_dictionary_init(internal) RETURNS internal AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION matn_dictionary_lexize(internal, internal, internal, internal) RETURNS internal AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE;

CREATE TEXT SEARCH PARSER matn (
    START = matn_parser_start, GETTOKEN = matn_parser_token, END = matn_parser_end,
    LEXTYPES = matn_parser_types, HEADLINE = pg_catalog.prsd_headline);
COMMENT ON TEXT SEARCH PARSER matn IS 'words by UAX #29, half-spaces however they were typed';
CREATE TEXT SEARCH TEMPLATE matn (INIT = matn_dictionary_init, LEXIZE = matn_dictionary_lexize);
COMMENT ON TEXT SEARCH TEMPLATE matn IS 'search keys of Arabic-script and Latin words';
CREATE TEXT SEARCH DICTIONARY matn (TEMPLATE = matn);
COMMENT ON TEXT SEARCH DICTIONARY matn IS 'search keys: one for all spellings of a word';
CREATE TEXT SEARCH CONFIGURATION matn (PARSER = matn);
COMMENT ON TEXT SEARCH CONFIGURATION matn IS 'finds a word however it was typed';
ALTER TEXT SEARCH CONFIGURATION matn ADD MAPPING FOR asciiword, word, numword, float, uint WITH matn;

CREATE FUNCTION matn_query(configuration regconfig, typed text) RETURNS tsquery AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE COST 100;
CREATE FUNCTION matn_query(typed text) RETURNS tsquery LANGUAGE SQL STRICT IMMUTABLE PARALLEL SAFE COST 100
    AS $$ SELECT @extschema@.matn_query('@extschema@.matn'::pg_catalog.regconfig, $1) $$;

-- Values
CREATE FUNCTION matn_fold(text) RETURNS text AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE COST 100;
CREATE FUNCTION matn_language(text) RETURNS text AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE COST 100;
CREATE FUNCTION matn_number(text) RETURNS numeric AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE COST 100;
CREATE FUNCTION matn_date(text) RETURNS text AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE COST 100;
CREATE FUNCTION matn_date(text, day_of_writing text) RETURNS text AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;
CREATE FUNCTION matn_date(text, day_of_writing date) RETURNS text AS 'MODULE_PATHNAME', 'matn_date_by_day' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;

-- Tables
CREATE FUNCTION matn_dates(text,
    OUT "begin" int4, OUT "end" int4, OUT written text, OUT value text, OUT first date, OUT last date, OUT calendar text, OUT how text, OUT flag text)
    RETURNS SETOF record AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE COST 1000 ROWS 10;
CREATE FUNCTION matn_dates(text, day_of_writing text,
    OUT "begin" int4, OUT "end" int4, OUT written text, OUT value text, OUT first date, OUT last date, OUT calendar text, OUT how text, OUT flag text)
    RETURNS SETOF record AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000 ROWS 10;
CREATE FUNCTION matn_dates(text, day_of_writing date,
    OUT "begin" int4, OUT "end" int4, OUT written text, OUT value text, OUT first date, OUT last date, OUT calendar text, OUT how text, OUT flag text)
    RETURNS SETOF record AS 'MODULE_PATHNAME', 'matn_dates_by_day' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000 ROWS 10;

CREATE FUNCTION matn_mentions(text, names text,
    OUT "begin" int4, OUT "end" int4, OUT written text, OUT id text, OUT type text, OUT name text, OUT how text, OUT score float4)
    RETURNS SETOF record AS 'MODULE_PATHNAME' LANGUAGE C STRICT IMMUTABLE PARALLEL SAFE COST 1000 ROWS 10;
CREATE FUNCTION matn_mentions_file(text, file text,
    OUT "begin" int4, OUT "end" int4, OUT written text, OUT id text, OUT type text, OUT name text, OUT how text, OUT score float4)
    RETURNS SETOF record AS 'MODULE_PATHNAME' LANGUAGE C STRICT VOLATILE PARALLEL SAFE COST 1000 ROWS 10;
REVOKE EXECUTE ON FUNCTION matn_mentions_file(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION matn_mentions_file(text, text) TO pg_read_server_files;

CREATE FUNCTION matn_names_add(internal, id text, type text, language text, name text) RETURNS internal AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE FUNCTION matn_names_end(internal) RETURNS text AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
CREATE AGGREGATE matn_names(id text, type text, language text, name text) (
    SFUNC = matn_names_add, STYPE = internal, FINALFUNC = matn_names_end, PARALLEL = SAFE);
COMMENT ON AGGREGATE matn_names(text, text, text, text) IS 'a list of names for matn_mentions';
