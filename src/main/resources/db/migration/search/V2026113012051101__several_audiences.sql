-- A document may be for several audiences: a selected country is found by the partners of its framework and by its
-- Resident Coordinator. Each audience carries its kind, as the reader's do.
alter table tandem.search_document alter column audience type text[]
    using case when audience is not null then array[kind || ':' || audience] end;
comment on column tandem.search_document.audience is
    'null: everybody who is signed in; otherwise any of these, kind:audience';
