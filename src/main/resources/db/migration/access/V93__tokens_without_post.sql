-- Tokens made before they carried their post, or made while standing in for somebody, would act under whatever post
-- their owner comes to hold. Nobody can say any more which was meant.
update access.api_token set revoked_at = now()
 where post is null and revoked_at is null and account in (select id from access.account where officer is not null);
