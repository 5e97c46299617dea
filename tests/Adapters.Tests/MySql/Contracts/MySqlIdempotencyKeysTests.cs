using PersonalizationEngine.Adapters.Tests.Sql.Idempotency;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlIdempotencyKeysTests(MySqlStores stores) : IdempotencyKeysContract(stores);
