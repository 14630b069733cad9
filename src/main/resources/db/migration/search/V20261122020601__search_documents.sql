-- What the search box finds (D17): one row for each thing, written in the same transaction as the thing itself.

-- A database user without the right to create extensions gets a sentence that says what to do.
do $$
begin
    create extension if not exists unaccent with schema tandem;
exception
    when insufficient_privilege or feature_not_supported or undefined_file then
        raise exception 'Tandem needs the PostgreSQL extension unaccent and cannot create it: %', sqlerrm
            using hint = 'Let an administrator of the database run: create extension unaccent; then start again.';
end $$;

-- The words of a text, small and without accents: runs of letters and digits, and what hyphens, dots and apostrophes
-- hold together once more as one word, so that "d'Ivoire" is found by "ivoire" and "divoire", FFA-VNM-A3 by "a3".
-- Immutable is a promise: the rules of unaccent and pg_c_utf8 do not change under a running database. The extension may
-- stand in any schema, so the function names it in full.
do $$
declare
    place text := (select quote_ident(nspname) from pg_extension e join pg_namespace n on n.oid = e.extnamespace
                    where extname = 'unaccent');
begin
    execute format($function$
        create function tandem.search_words(input text) returns text[]
        language sql immutable strict parallel safe
        return (
            with plain as (
                select lower(%1$s.unaccent('%1$s.unaccent'::regdictionary, input) collate pg_c_utf8) as text
            )
            select coalesce(array_agg(distinct left(word, 60)), '{}')
              from plain,
                   regexp_split_to_table(
                       plain.text || ' ' || regexp_replace(plain.text, '([[:alnum:]])[''’ʼ./-](?=[[:alnum:]])', '\1', 'g'),
                       '[^[:alnum:]]+') as word
             where word <> '')
        $function$, place);

    -- All words of what somebody looks for; each may be the beginning of a longer one.
    execute format($function$
        create function tandem.search_query(input text, prefixes boolean) returns tsquery
        language sql immutable strict parallel safe
        return (
            select string_agg(distinct quote_literal(left(word, 60)) || case when prefixes then ':*' else '' end, ' & ')::tsquery
              from regexp_split_to_table(
                       lower(%1$s.unaccent('%1$s.unaccent'::regdictionary, input) collate pg_c_utf8),
                       '[^[:alnum:]]+') as word
             where word <> '')
        $function$, place);
end $$;

create table tandem.search_document (
    kind       text   not null,
    key        text   not null,
    audience   text,
    titles     jsonb  not null,
    lines      jsonb  not null,
    href       text   not null,
    names      text[] not null,
    head       text   not null,
    body       text   not null,
    revision   bigint not null,
    head_words tsvector not null generated always as (array_to_tsvector(tandem.search_words(head))) stored,
    all_words  tsvector not null generated always as (array_to_tsvector(tandem.search_words(head || ' ' || body))) stored,
    primary key (kind, key)
);
comment on column tandem.search_document.audience is 'null: everybody who is signed in; otherwise for whom, as the kind says';
comment on column tandem.search_document.names is 'what it is called in full, folded; the first sorts the list';
comment on column tandem.search_document.revision is 'an older description never replaces a newer one';
create index search_document_by_word on tandem.search_document using gin (all_words);

-- What each source stood for when its documents were last written all at once.
create table tandem.search_filled (
    source    text primary key,
    basis     text        not null,
    filled_at timestamptz not null
);
