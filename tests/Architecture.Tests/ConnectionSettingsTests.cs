using Microsoft.Extensions.Configuration;
using MySqlConnector;
using PersonalizationEngine.Functions.Settings;
using PersonalizationEngine.Functions.Settings.Connections;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>The addresses of other systems: what each form means, and that nothing of a wrong one is told.</summary>
public sealed class ConnectionSettingsTests
{
    [Theory]
    [InlineData("clickhouse://ann:p%40ss@host:9000/db", "http://host:8123/", "db", "ann", "p@ss", 9000)]
    [InlineData("clickhouse://host:9440", "https://host:8443/", "analytics", "default", "", 9440)]
    [InlineData("clickhouse://host", "http://host:8123/", "analytics", "default", "", null)]
    [InlineData("clickhouse://host:8124/db", "http://host:8124/", "db", "default", "", null)]
    [InlineData("http://ann:secret@host:80/db", "http://host/", "db", "ann", "secret", null)]
    [InlineData("https://host/db", "https://host:8443/", "db", "default", "", null)]
    public void ClickHouse_Address_IsTheHttpInterface(
        string url, string address, string database, string user, string password, int? mappedFrom) =>
        Assert.Equal(new ClickHouseUrl(new Uri(address), database, user, password, mappedFrom), ClickHouseUrl.Parse(url));

    [Theory]
    [InlineData("mysql://ann:p%3Ass@host/db", "host", 3306u, "ann", "p:ss", "db", MySqlSslMode.Preferred)]
    [InlineData("mysql://ann@host:3307/db?ssl-mode=verify-full", "host", 3307u, "ann", "", "db", MySqlSslMode.VerifyFull)]
    public void MySql_Address_IsAConnectionString(
        string url, string server, uint port, string user, string password, string database, MySqlSslMode sslMode)
    {
        var found = new MySqlConnectionStringBuilder(MySqlUrl.Parse(url)!.ConnectionString);

        Assert.Equal((server, port, user, password, database, sslMode), (found.Server, found.Port, found.UserID, found.Password, found.Database, found.SslMode));
    }

    [Theory]
    [InlineData("mysql://identity@host/db?auth=entra", MySqlSslMode.VerifyFull)]
    [InlineData("mysql://identity@host/db?ssl-mode=required&AUTH=Entra", MySqlSslMode.Required)]
    public void MySql_AddressOfAnIdentity_HasNoPasswordAndTls(string url, MySqlSslMode sslMode)
    {
        var found = MySqlUrl.Parse(url)!;
        var connection = new MySqlConnectionStringBuilder(found.ConnectionString);

        Assert.Equal((true, "identity", sslMode), (found.UsesEntra, connection.UserID, connection.SslMode));
        // Where a password is given, even an empty one, the driver does not ask for a token.
        Assert.DoesNotContain("password", found.ConnectionString, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Redis_AddressOfAnIdentity_HasNoPassword() => Assert.Equal(
        new RedisUrl("cache.example.com", 10000, "object-id", null, 0, IsSecure: true, UsesEntra: true),
        RedisUrl.Parse("rediss://object-id@cache.example.com:10000?auth=entra"));

    [Theory]
    [InlineData("redis://host", "host", 6379, null, null, 0, false)]
    [InlineData("redis://:secret@host:7000/3", "host", 7000, null, "secret", 3, false)]
    [InlineData("rediss://ann:p%2Fss@host", "host", 6380, "ann", "p/ss", 0, true)]
    public void Redis_Address_IsServerAndDatabase(
        string url, string host, int port, string? user, string? password, int database, bool isSecure) =>
        Assert.Equal(new RedisUrl(host, port, user, password, database, isSecure), RedisUrl.Parse(url));

    [Theory]
    [InlineData("CLICKHOUSE_URL", "host-of-secret:9000")]
    [InlineData("CLICKHOUSE_URL", "ftp://secret@host/db")]
    [InlineData("CLICKHOUSE_URL", "http://secret@host/a/b")]
    [InlineData("MYSQL_URL", "Server=host;Password=secret")]
    [InlineData("MYSQL_URL", "mysql://host/secret")]
    [InlineData("MYSQL_URL", "mysql://ann:secret@host")]
    [InlineData("ENGINE_MYSQL_URL", "mysql://ann:secret@host/db?ssl-mode=maybe")]
    [InlineData("ENGINE_MYSQL_URL", "mysql://ann:secret@host/db?AllowLoadLocalInfile=true")]
    [InlineData("REDIS_URL", "secret")]
    [InlineData("REDIS_URL", "redis://:secret@host/16")]
    [InlineData("MYSQL_URL", "mysql://ann:secret@host/db?auth=entra")]
    [InlineData("ENGINE_MYSQL_URL", "mysql://ann@secret/db?auth=entra&ssl-mode=preferred")]
    [InlineData("ENGINE_MYSQL_URL", "mysql://ann@secret/db?auth=entra&ssl-mode=none")]
    [InlineData("ENGINE_MYSQL_URL", "mysql://ann@secret/db?auth=password")]
    [InlineData("REDIS_URL", "rediss://ann:secret@host?auth=entra")]
    [InlineData("REDIS_URL", "rediss://secret?auth=entra")]
    [InlineData("REDIS_URL", "redis://ann@secret?auth=entra")]
    [InlineData("REDIS_URL", "rediss://ann@secret?auth=token")]
    [InlineData("GORSE_URL", "gorse:8087/secret")]
    [InlineData("EMAIL_WEBHOOK_URL", "mailto:secret@example.org")]
    [InlineData("SMS_WEBHOOK_URL", "/secret")]
    [InlineData("SMS_WEBHOOK_URL", "https://sms.example.com /secret")]
    [InlineData("SMTP_URL", "smtp://ann:secret@mail.example.com")]
    [InlineData("SMTP_URL", "http://ann:secret@mail.example.com")]
    [InlineData("FCM_CREDENTIALS", "{\"private_key\":\"secret\"}")]
    [InlineData("FCM_CREDENTIALS", "/no/such/secret.json")]
    [InlineData("FCM_URL", "secret")]
    public void Address_OfAnotherForm_IsRefusedByNameAlone(string name, string value)
    {
        var fault = Assert.Throws<InvalidSettingsException>(() => Read((name, value)));

        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Store_WithoutAnAddressOfItsOwn_IsInTheDatabaseOfTheCdp()
    {
        var settings = Read(("MYSQL_URL", "mysql://ann@host/cdp"));

        Assert.NotNull(settings.Store);
        Assert.Equal(settings.Cdp, settings.Store);
    }

    [Fact]
    public void Nothing_Set_IsConnectedToNothing() =>
        Assert.Equal(new ConnectionSettings(null, null, null, null, null, null, [], []), Read(("CLICKHOUSE_URL", ""), ("REDIS_URL", " ")));

    private static ConnectionSettings Read(params (string Name, string Value)[] variables) => ConnectionSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(variables.Select(one => KeyValuePair.Create(one.Name, (string?)one.Value))).Build());
}
