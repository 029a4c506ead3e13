-- The newest delivery of each subscription, as the settings show it.
create index webhook_delivery_subscription on webhook_delivery (subscription_id, delivery_id);
