-- The list of signals, of one source or of one account, the newest first.
create index signal_by_source on signal (source, signal_id);
create index signal_by_account on signal (account, signal_id) where account <> '';
