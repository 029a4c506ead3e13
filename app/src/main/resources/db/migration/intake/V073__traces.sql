-- W3C traceparent of the signal: the one that it came with, or a new one.
alter table signal add column trace text;
