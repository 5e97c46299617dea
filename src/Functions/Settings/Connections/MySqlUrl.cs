using MySqlConnector;

namespace PersonalizationEngine.Functions.Settings.Connections;

/// <summary><c>mysql://user:password@host:3306/database?ssl-mode=required</c> as MySqlConnector takes it.</summary>
internal static class MySqlUrl
{
    public const string Accepted =
        "must be mysql://user:password@host[:3306]/database, with ?ssl-mode=none, preferred, required, verify-ca or verify-full if need be";

    private static readonly Dictionary<string, MySqlSslMode> SslModes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["none"] = MySqlSslMode.None,
        ["preferred"] = MySqlSslMode.Preferred,
        ["required"] = MySqlSslMode.Required,
        ["verify-ca"] = MySqlSslMode.VerifyCA,
        ["verify-full"] = MySqlSslMode.VerifyFull,
    };

    /// <returns>Null when it is not of the accepted form.</returns>
    public static string? ToConnectionString(string text)
    {
        if (ServerUrl.Parse(text, "mysql") is not { User: { } user, Path: { Length: > 0 } database } url) return null;
        if (database.Contains('/', StringComparison.Ordinal) || url.Parameters.Keys.Any(name => !name.Equals("ssl-mode", StringComparison.OrdinalIgnoreCase)))
            return null;
        var sslMode = MySqlSslMode.Preferred;
        if (url.Parameters.TryGetValue("ssl-mode", out var mode) && !SslModes.TryGetValue(mode, out sslMode)) return null;
        return new MySqlConnectionStringBuilder
        {
            Server = url.Host,
            Port = (uint)(url.Port ?? 3306),
            UserID = user,
            Password = url.Password ?? "",
            Database = database,
            SslMode = sslMode,
        }.ToString();
    }
}
