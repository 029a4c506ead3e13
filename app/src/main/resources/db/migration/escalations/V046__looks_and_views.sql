create table desk_look (
    person    text        primary key,
    looked_at timestamptz not null
);
comment on table desk_look is 'Up to when somebody has seen what happened where they take part; said by them, not guessed.';

create table saved_view (
    id     uuid        primary key,
    person text        not null,
    name   text        not null,
    query  text        not null,
    at     timestamptz not null,
    unique (person, name)
);
comment on table saved_view is 'Filters of the board that a person has given a name; the query is that of the board''s address.';
