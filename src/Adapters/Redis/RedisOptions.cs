namespace PersonalizationEngine.Adapters.Redis;

/// <param name="Port">Default 6379; 6380 with TLS.</param>
/// <param name="User">Null for the default user.</param>
/// <param name="Password">Null without one.</param>
/// <param name="Database">0 to 15 unless the server is configured for more. News reach all databases of a server.</param>
/// <param name="Prefix">What names of keys and channels begin with; two installations on one server need two. Default <c>pe:</c>.</param>
public sealed record RedisOptions(
    string Host, int Port = 6379, string? User = null, string? Password = null, int Database = 0, bool Tls = false, string Prefix = "pe:")
{
    /// <summary>Reads <c>redis://user:password@host:port/database</c>; <c>rediss</c> means TLS. All but the host may be left out.</summary>
    /// <returns>Null for what is no such address.</returns>
    public static RedisOptions? Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("redis" or "rediss") || address.Host.Length == 0) return null;
        var path = address.AbsolutePath.Trim('/');
        var database = 0;
        if (path.Length > 0 && (!int.TryParse(path, out database) || database < 0)) return null;

        var tls = address.Scheme == "rediss";
        var who = address.UserInfo.Split(':', 2);
        return new RedisOptions(
            address.Host.Trim('[', ']'),
            address.Port > 0 ? address.Port : tls ? 6380 : 6379,
            Unescaped(who[0]),
            who.Length > 1 ? Unescaped(who[1]) : null,
            database,
            tls);
    }

    /// <summary>Without the password.</summary>
    public override string ToString() => $"{(Tls ? "rediss" : "redis")}://{Host}:{Port}/{Database}";

    private static string? Unescaped(string text) => text.Length > 0 ? Uri.UnescapeDataString(text) : null;
}
