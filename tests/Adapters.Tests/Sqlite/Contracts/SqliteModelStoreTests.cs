using PersonalizationEngine.Adapters.Tests.Sql.Models;

namespace PersonalizationEngine.Adapters.Tests.Sqlite.Contracts;

public sealed class SqliteModelStoreTests(SqliteStores stores) : ModelStoreContract(stores);
