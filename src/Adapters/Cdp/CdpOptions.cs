using PersonalizationEngine.Engine.Sync.Customers.Mapping;

namespace PersonalizationEngine.Adapters.Cdp;

/// <param name="ConnectionString">In the words of MySqlConnector; the user needs SELECT on the mapped tables and nothing more.</param>
public sealed record CdpOptions(string ConnectionString, CdpMapping Mapping);
