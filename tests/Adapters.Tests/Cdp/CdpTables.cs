using MySqlConnector;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Adapters.Tests.Cdp;

/// <summary>A database of a CDP that one test has to itself, with a user who may only read it.</summary>
public sealed class CdpTables
{
    private const string Reader = "reader", Password = "p%40ss'word;";

    public string Database { get; }

    private CdpTables(MariaDbServer server, string database) => (Server, Database) = (server, database);

    public MariaDbServer Server { get; }

    /// <summary>Of the user with SELECT and nothing more.</summary>
    public string ConnectionString => ConnectionStringAt(Server.Port);

    public static async Task<CdpTables> CreateAsync(MariaDbServer server)
    {
        var database = await server.CreateDatabaseAsync();
        var tables = new CdpTables(server, database);
        await tables.RunAsync($"create user if not exists {Reader} identified by '{Password.Replace("'", "''", StringComparison.Ordinal)}'");
        await tables.RunAsync($"grant select on {database}.* to {Reader}");
        return tables;
    }

    public string ConnectionStringAt(int port) => new MySqlConnectionStringBuilder
    {
        Server = "127.0.0.1",
        Port = (uint)port,
        UserID = Reader,
        Password = Password,
        Database = Database,
        Pooling = false,
    }.ToString();

    public Task RunAsync(string sql) => Server.ExecuteAsync(Database, $"set sql_mode = ''; set time_zone = '+00:00'; {sql}");
}
