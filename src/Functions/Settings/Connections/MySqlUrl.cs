using MySqlConnector;

namespace PersonalizationEngine.Functions.Settings.Connections;

/// <summary>
/// <c>mysql://user:password@host:3306/database?ssl-mode=required</c>, or with a token of Microsoft Entra in place of the password
/// <c>mysql://identity@host:3306/database?auth=entra</c>, as MySqlConnector takes it.
/// </summary>
/// <param name="UsesEntra">The password is a token, and the connection string has none.</param>
internal sealed record MySqlUrl(string ConnectionString, bool UsesEntra)
{
    public const string Accepted =
        "must be mysql://user:password@host[:3306]/database, with ?ssl-mode=none, preferred, required, verify-ca or verify-full if need be; "
        + "on Azure mysql://identity@host[:3306]/database?auth=entra, with no password and over TLS (ssl-mode=verify-full unless given)";

    private static readonly HashSet<string> Known = new(["ssl-mode", EntraSign.Parameter], StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, MySqlSslMode> SslModes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["none"] = MySqlSslMode.None,
        ["preferred"] = MySqlSslMode.Preferred,
        ["required"] = MySqlSslMode.Required,
        ["verify-ca"] = MySqlSslMode.VerifyCA,
        ["verify-full"] = MySqlSslMode.VerifyFull,
    };

    /// <summary>The secret stays out of logs.</summary>
    public override string ToString() => nameof(MySqlUrl);

    /// <returns>Null when it is not of the accepted form.</returns>
    public static MySqlUrl? Parse(string text)
    {
        if (ServerUrl.Parse(text, "mysql") is not { User: { } user, Path: { Length: > 0 } database } url) return null;
        if (database.Contains('/', StringComparison.Ordinal) || url.Parameters.Keys.Any(name => !Known.Contains(name))) return null;
        var usesEntra = EntraSign.IsIn(url);
        if (usesEntra is null) return null;
        // A token must reach nobody but the server it is for.
        var sslMode = usesEntra.Value ? MySqlSslMode.VerifyFull : MySqlSslMode.Preferred;
        if (url.Parameters.TryGetValue("ssl-mode", out var mode) && !SslModes.TryGetValue(mode, out sslMode)) return null;
        if (usesEntra.Value && sslMode < MySqlSslMode.Required) return null;
        var connection = new MySqlConnectionStringBuilder
        {
            Server = url.Host,
            Port = (uint)(url.Port ?? 3306),
            UserID = user,
            Database = database,
            SslMode = sslMode,
        };
        if (!usesEntra.Value) connection.Password = url.Password ?? "";
        return new MySqlUrl(connection.ToString(), usesEntra.Value);
    }
}
