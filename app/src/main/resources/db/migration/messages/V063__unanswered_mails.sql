-- How often the mail was handed to a mail server that has not answered: it may have been taken all the same, by a node that was
-- killed just then. Such a row is not cancelled but finished, under the same Message-ID.
alter table outbox add column unanswered integer not null default 0;
