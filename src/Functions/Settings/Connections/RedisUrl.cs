using System.Globalization;

namespace PersonalizationEngine.Functions.Settings.Connections;

/// <summary><c>redis://[user:password@]host:6379[/database]</c>, <c>rediss://…</c> over TLS, <c>rediss://object-id@host:10000?auth=entra</c>.</summary>
/// <param name="UsesEntra">The password is a token of Microsoft Entra.</param>
/// <param name="User">Null for Redis's default user, as in <c>redis://:password@host</c>.</param>
internal sealed record RedisUrl(string Host, int Port, string? User, string? Password, int Database, bool IsSecure, bool UsesEntra = false)
{
    public const string Accepted = "must be redis://[user:password@]host[:6379][/0], or rediss:// for TLS; "
        + "on Azure rediss://object-id@host:10000?auth=entra, with no password and never without TLS";

    private const int DefaultPort = 6379, DefaultTlsPort = 6380, LastDatabase = 15;

    /// <returns>Null when it is not of the accepted form.</returns>
    public static RedisUrl? Parse(string text)
    {
        if (ServerUrl.Parse(text, "redis", "rediss") is not { } url) return null;
        var database = 0;
        var isDatabase = url.Path.Length == 0
            || (int.TryParse(url.Path, NumberStyles.None, CultureInfo.InvariantCulture, out database) && database <= LastDatabase);
        var isSecure = url.Scheme == "rediss";
        return isDatabase && EntraSign.IsIn(url) is { } usesEntra && (isSecure || !usesEntra)
            ? new RedisUrl(url.Host, url.Port ?? (isSecure ? DefaultTlsPort : DefaultPort), url.User, url.Password, database, isSecure, usesEntra)
            : null;
    }
}
