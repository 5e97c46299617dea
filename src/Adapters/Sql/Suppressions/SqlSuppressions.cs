using Dapper;
using PersonalizationEngine.Adapters.Sql.Auditing;
using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Delivery.Suppressions;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Sql.Suppressions;

internal sealed class SqlSuppressions(SqlDatabase database, Tombstones tombstones) : ISuppressions
{
    private const int ListSize = 250, WrittenAtOnce = 500;

    private const string InForce = "reason <> 'soft_bounce' and (expires_at is null or expires_at > @at)";

    private readonly SuppressionWriter _writer = new(tombstones);

    public async Task<IReadOnlyDictionary<ChannelAddress, Suppression>> OfAsync(
        IReadOnlyCollection<ChannelAddress> addresses, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = new Dictionary<ChannelAddress, Suppression>();
        if (addresses.Count == 0) return found;
        var asked = new Dictionary<ChannelAddress, ChannelAddress>();
        foreach (var address in addresses) (asked[address], asked[SuppressionWriter.Hidden(address, tombstones)]) = (address, address);
        var rows = await database.ReadAsync(
            async (connection, token) =>
            {
                var all = new List<SuppressionRow>();
                foreach (var channel in asked.Keys.GroupBy(one => one.Channel, one => one.Address))
                    foreach (var list in channel.Chunk(ListSize))
                        all.AddRange(await connection.QueryAsync<SuppressionRow>(new CommandDefinition(
                            $"select {SuppressionRow.Columns} from suppressions where channel = @Key and address in @list and {InForce}",
                            new { channel.Key, list, at = UnixMilliseconds.From(now) }, cancellationToken: token)));
                return all;
            },
            cancellationToken);
        foreach (var row in rows.Select(row => row.ToSuppression()))
            if (asked.TryGetValue(row.At, out var address)) found[address] = row;
        return found;
    }

    public async Task<IReadOnlyList<Suppression>> ListAsync(
        SuppressionQuery query, ChannelAddress? after, int limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var conditions = new List<string> { InForce };
        if (query.Channel is not null) conditions.Add("channel = @Channel");
        if (query.Reason is not null) conditions.Add("reason = @Reason");
        if (query.Address is not null) conditions.Add("(substr(address, 1, @length) = @Address or address = @hash)");
        if (after is not null) conditions.Add("(channel > @afterChannel or (channel = @afterChannel and address > @afterAddress))");
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<SuppressionRow>(new CommandDefinition(
                $"select {SuppressionRow.Columns} from suppressions where {string.Join(" and ", conditions)} order by channel, address limit @limit",
                new
                {
                    query.Channel,
                    query.Reason,
                    query.Address,
                    length = query.Address?.Length,
                    hash = query.Address is { } whole ? SuppressionWriter.Hidden(new ChannelAddress("", whole), tombstones).Address : null,
                    afterChannel = after?.Channel,
                    afterAddress = after?.Address,
                    limit,
                    at = UnixMilliseconds.From(now),
                },
                cancellationToken: token)),
            cancellationToken);
        return [.. rows.Select(row => row.ToSuppression())];
    }

    public async Task<int> AddAsync(IReadOnlyList<Suppression> suppressions, AuditEntry? entry, CancellationToken cancellationToken)
    {
        var written = 0;
        foreach (var some in suppressions.Chunk(WrittenAtOnce))
        {
            var audited = entry;
            entry = null;
            written += await database.WriteAsync(
                async transaction =>
                {
                    // The list is long at most once: what it says of itself is written before any of it.
                    if (audited is not null) await AuditWriter.WriteAsync(transaction, audited);
                    return await _writer.WriteAsync(transaction, some);
                },
                cancellationToken);
        }

        return written;
    }

    public Task<bool> RemoveAsync(ChannelAddress address, AuditEntry? entry, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var removed = await transaction.ExecuteAsync(
                "delete from suppressions where channel = @Channel and (address = @Address or address = @hash)",
                new { address.Channel, address.Address, hash = SuppressionWriter.Hidden(address, tombstones).Address });
            if (removed > 0 && entry is not null) await AuditWriter.WriteAsync(transaction, entry);
            return removed > 0;
        },
        cancellationToken);
}
