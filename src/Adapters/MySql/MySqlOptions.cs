using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.MySql;

/// <param name="ConnectionString">Server, user, password and database, as MySqlConnector writes them; what the engine relies on is laid over it.</param>
/// <param name="ConnectTimeout">How long a new connection may take, in whole seconds. Default 5 s.</param>
/// <param name="CommandTimeout">How long a statement may take, in whole seconds. Default 30 s.</param>
/// <param name="Attempts">How often a write transaction is tried in all, where trying again can help. Default 8.</param>
public sealed record MySqlOptions(string ConnectionString, TimeSpan ConnectTimeout, TimeSpan CommandTimeout, int Attempts)
{
    public MySqlOptions(string connectionString)
        : this(connectionString, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), Attempts: 8)
    {
    }

    /// <summary>What stands in for the password, which the connection string then leaves out; null for a password.</summary>
    public ISignInTokens? Tokens { get; init; }

    /// <summary>The password stays out of logs.</summary>
    public override string ToString() => nameof(MySqlOptions);
}
