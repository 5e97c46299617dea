using MySqlConnector;
using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Adapters.Cdp;

/// <summary>
/// The way to the customer data platform's database. A session can only read, shows every TIMESTAMP in UTC, and lets a date of
/// zeros pass in a comparison, whatever the server's own settings are.
/// </summary>
public sealed class CdpDatabase(CdpOptions options, OutsideSystems systems)
{
    public const string Name = "cdp";

    private const string Prepare = "set session transaction read only; set session time_zone = '+00:00', session sql_mode = ''";

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    private readonly OutsideSystem _system = systems.Get(Name, OutsideSystemOptions.Default);
    private readonly string _connectionString = new MySqlConnectionStringBuilder(options.ConnectionString)
    {
        ConnectionTimeout = (uint)ConnectTimeout.TotalSeconds,
        DefaultCommandTimeout = (uint)Math.Ceiling(options.Mapping.QueryTimeout.TotalSeconds),
        // What a driver would make of these types hides what the column holds.
        AllowZeroDateTime = true,
        TreatTinyAsBoolean = false,
        GuidFormat = MySqlGuidFormat.None,
        AllowLoadLocalInfile = false,
        ApplicationName = "personalization-engine",
    }.ToString();

    /// <summary>Runs the work on an open connection, with the time-out of a query as its budget.</summary>
    /// <exception cref="OutsideSystemException">It failed or took too long.</exception>
    public Task<T> ReadAsync<T>(Func<MySqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        ReadAsync(work, options.Mapping.QueryTimeout + ConnectTimeout, cancellationToken);

    /// <exception cref="OutsideSystemException">It failed or took longer than the budget.</exception>
    public Task<T> ReadAsync<T>(Func<MySqlConnection, CancellationToken, Task<T>> work, TimeSpan budget, CancellationToken cancellationToken) =>
        _system.CallAsync(token => RunAsync(work, token), budget, cancellationToken);

    private async Task<T> RunAsync<T>(Func<MySqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = new MySqlConnection(_connectionString);
        if (options.Tokens is { } tokens)
        {
            var token = await tokens.GetAsync(cancellationToken);
            connection.ProvidePasswordCallback = _ => token.Text;
        }

        await connection.OpenAsync(cancellationToken);
        await using (var prepare = new MySqlCommand(Prepare, connection)) await prepare.ExecuteNonQueryAsync(cancellationToken);
        return await work(connection, cancellationToken);
    }
}
