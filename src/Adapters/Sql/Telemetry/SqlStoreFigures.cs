using Dapper;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Telemetry;

internal sealed class SqlStoreFigures(SqlDatabase database) : IStoreFigures
{
    private const string DeadLetters =
        "select (select count(*) from deliveries where status = 'failed') + (select count(*) from webhook_messages where status = 'dead')";

    public Task<long> BytesAsync(CancellationToken cancellationToken) => ReadAsync(database.Dialect.SizeInBytes, cancellationToken);

    public Task<long> DeadLettersAsync(CancellationToken cancellationToken) => ReadAsync(DeadLetters, cancellationToken);

    private Task<long> ReadAsync(string sql, CancellationToken cancellationToken) => database.ReadAsync(
        (connection, token) => connection.ExecuteScalarAsync<long>(new CommandDefinition(sql, cancellationToken: token)), cancellationToken);
}
