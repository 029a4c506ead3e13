-- Which installation this is: tells apart two Bellropes that write to the same mailbox or webhook.
create table installation (
    installation_id uuid primary key default gen_random_uuid(),
    singleton boolean not null default true unique check (singleton)
);

insert into installation default values;
