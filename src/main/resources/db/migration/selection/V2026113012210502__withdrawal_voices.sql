-- Who has spoken on a withdrawal that is under way: whoever has spoken for one side does not speak for another (R-012, R-023).
create table tandem.withdrawal_voice (
    case_id text not null,
    person  uuid not null,
    primary key (case_id, person)
);

-- So far it was read from the history: everybody since the withdrawal was asked for the last time.
insert into tandem.withdrawal_voice (case_id, person)
select distinct said.case_id, said.person
  from tandem.case_file asked
  join tandem.case_entry said on said.case_id = asked.id and said.person is not null
 where asked.withdrawal_asked_by is not null
   and said.words_key in ('selection.history.withdrawalAsked', 'selection.history.withdrawal.AGREE',
                          'selection.history.withdrawal.REFUSE')
   and said.id >= (select max(first.id) from tandem.case_entry first
                    where first.case_id = asked.id and first.words_key = 'selection.history.withdrawalAsked');
