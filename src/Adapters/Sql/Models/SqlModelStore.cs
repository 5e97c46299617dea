using Dapper;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations.Training;

namespace PersonalizationEngine.Adapters.Sql.Models;

/// <summary>Models in pieces: a server takes only so much in one statement.</summary>
internal sealed class SqlModelStore(SqlDatabase database) : IModelStore
{
    private const int PieceSize = 512 * 1024;
    private const int VersionsKept = 3;
    private static readonly string[] Columns = ["version", "piece", "content"];

    public Task<long?> FindNewestAsync(CancellationToken cancellationToken) => database.ReadAsync(
        (connection, token) => connection.ExecuteScalarAsync<long?>(
            new CommandDefinition("select max(version) from recommender_models", cancellationToken: token)),
        cancellationToken);

    public async Task<StoredModel?> ReadAsync(long version, CancellationToken cancellationToken)
    {
        var pieces = await database.ReadAsync(
            async (connection, token) => (await connection.QueryAsync<byte[]>(new CommandDefinition(
                "select content from recommender_models where version = @version order by piece",
                new { version },
                cancellationToken: token))).AsList(),
            cancellationToken);
        return pieces.Count == 0 ? null : new StoredModel(version, [.. pieces.SelectMany(piece => piece)]);
    }

    public Task SaveAsync(StoredModel model, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            await DeleteAsync(transaction, model.Version);
            var insert = transaction.Dialect.Upsert("recommender_models", ["version", "piece"], Columns);
            foreach (var (piece, content) in model.Content.Chunk(PieceSize).Index())
                await transaction.ExecuteAsync(insert, new { version = model.Version, piece, content });

            var versions = await transaction.QueryAsync<long>("select distinct version from recommender_models order by version desc");
            foreach (var version in versions.Skip(VersionsKept)) await DeleteAsync(transaction, version);
        },
        cancellationToken);

    private static Task<int> DeleteAsync(SqlTransaction transaction, long version) =>
        transaction.ExecuteAsync("delete from recommender_models where version = @version", new { version });
}
