-- One draft for each person and page, whose names hold a colon as no name of a form does: nobody else can stand in its place.
-- A row under the former key of a page that is not the page's was put there by somebody who had worked that key out.
delete from tandem.form_draft
 where substr(id::text, 15, 1) = '3' and task_id is null and form not like '%:%';
create unique index form_draft_by_page on tandem.form_draft (person, form) where task_id is null and form like '%:%';
