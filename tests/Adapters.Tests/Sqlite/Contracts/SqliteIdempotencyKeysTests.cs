using PersonalizationEngine.Adapters.Tests.Sql.Idempotency;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteIdempotencyKeysTests(SqliteStores stores) : IdempotencyKeysContract(stores);
