-- Who has spoken on a withdrawal is kept for every kind of case that can be withdrawn.
alter table tandem.withdrawal_voice rename to case_withdrawal_voice;
