-- Three databases of one server: the engine's own, Gorse's, and one in which a customer data platform would be.
create database engine character set utf8mb4;
create database gorse character set utf8mb4;
create database cdp character set utf8mb4;

create user engine identified by 'personalization';
grant all on engine.* to engine;
create user gorse identified by 'personalization';
grant all on gorse.* to gorse;
-- The engine only reads there.
create user reader identified by 'personalization';
grant select on cdp.* to reader;
