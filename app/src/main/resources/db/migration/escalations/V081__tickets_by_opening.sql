-- How many tickets were opened in a time, by account and product, is asked by what escalations are compared with: from this index alone.
alter table ticket add column product text not null generated always as (coalesce(state #>> '{facts,product}', '')) stored;
create index ticket_by_opening on ticket (opened_at, account, product);
