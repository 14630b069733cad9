-- All votes of a case are read whenever somebody votes; the index that keeps them single knows only those that count.
create index vetting_vote_by_case on tandem.vetting_vote (case_id);
