-- The post a token was issued under: its program acts as that post, and as no other when it is lost.
alter table access.api_token add column post uuid;
