using PersonalizationEngine.Adapters.Tests.Sql.Models;

namespace PersonalizationEngine.Adapters.Tests.MySql.Contracts;

public sealed class MySqlModelStoreTests(MySqlStores stores) : ModelStoreContract(stores);
