using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Redis;

/// <param name="Port">Default 6379; 6380 with TLS.</param>
/// <param name="User">Null for the default user.</param>
/// <param name="Password">Null without one.</param>
/// <param name="Database">0 to 15 unless the server is configured for more. News reach all databases of a server.</param>
/// <param name="Prefix">What names of keys and channels begin with; two installations on one server need two. Default <c>pe:</c>.</param>
public sealed record RedisOptions(
    string Host, int Port = 6379, string? User = null, string? Password = null, int Database = 0, bool Tls = false, string Prefix = "pe:")
{
    /// <summary>What stands in for the password; null for a password. The user is then the object id of the identity.</summary>
    public ISignInTokens? Tokens { get; init; }

    /// <summary>Without the password.</summary>
    public override string ToString() => $"{(Tls ? "rediss" : "redis")}://{Host}:{Port}/{Database}";
}
