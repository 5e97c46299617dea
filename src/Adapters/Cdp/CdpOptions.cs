using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;

namespace PersonalizationEngine.Adapters.Cdp;

/// <param name="ConnectionString">In the words of MySqlConnector; the user needs SELECT on the mapped tables and nothing more.</param>
public sealed record CdpOptions(string ConnectionString, CdpMapping Mapping)
{
    /// <summary>What stands in for the password, which the connection string then leaves out; null for a password.</summary>
    public ISignInTokens? Tokens { get; init; }

    /// <summary>The password stays out of logs.</summary>
    public override string ToString() => nameof(CdpOptions);
}
