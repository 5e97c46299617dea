using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Suppressions;

/// <summary>Where administrators look at, add, bring and lift suppressions. Each is told of in the audit.</summary>
public sealed class SuppressionDesk(ISuppressions store, TimeProvider time)
{
    public const int MaxImported = 10_000, DefaultPage = 50, MaxPage = 200, MaxDetail = 500;

    public const string Kind = "suppression";

    public Task<IReadOnlyList<Suppression>> ListAsync(SuppressionQuery query, ChannelAddress? after, int limit, CancellationToken cancellationToken) =>
        store.ListAsync(query, after, limit, time.GetUtcNow(), cancellationToken);

    /// <returns>What is wrong with the document, or the suppression as it is now.</returns>
    public async Task<Parsed<Suppression>> AddAsync(JsonElement document, string by, CancellationToken cancellationToken)
    {
        var reader = new DocumentReader(document);
        var suppression = Read(reader, by);
        if (reader.Faults.Count > 0) return Parsed.From<Suppression>(reader, () => throw new InvalidOperationException());
        await store.AddAsync([suppression!], Entry(by, suppression!.At, "added") with { Reason = suppression.Detail, After = $"{{\"reason\":\"{suppression.Reason}\"}}" }, cancellationToken);
        var present = await store.OfAsync([suppression.At], time.GetUtcNow(), cancellationToken);
        return Parsed.From(reader, () => present.GetValueOrDefault(suppression.At, suppression));
    }

    /// <summary>All of a list or, where something is wrong with any of it, none.</summary>
    /// <param name="document">Its <c>suppressions</c>, each as one alone.</param>
    /// <returns>How many are new or changed.</returns>
    public async Task<Parsed<ImportedSuppressions>> ImportAsync(JsonElement document, string by, CancellationToken cancellationToken)
    {
        var reader = new DocumentReader(document);
        reader.RefuseUnknown("suppressions");
        var read = new List<Suppression>();
        foreach (var one in reader.Children("suppressions", 1, MaxImported))
            if (Read(one, by) is { } suppression) read.Add(suppression);
        if (reader.Faults.Count > 0) return Parsed.From<ImportedSuppressions>(reader, () => throw new InvalidOperationException());
        var entry = new AuditEntry(time.GetUtcNow(), by, Kind, "list", "imported") { After = $"{{\"suppressions\":{read.Count}}}" };
        var written = await store.AddAsync([.. read.DistinctBy(one => one.At)], entry, cancellationToken);
        return Parsed.From(reader, () => new ImportedSuppressions(read.Count, written));
    }

    /// <returns>Whether it was there.</returns>
    public Task<bool> RemoveAsync(ChannelAddress address, string by, string? reason, CancellationToken cancellationToken) =>
        store.RemoveAsync(address, Entry(by, address, "removed") with { Reason = reason }, cancellationToken);

    private Suppression? Read(DocumentReader reader, string by)
    {
        reader.RefuseUnknown("channel", "address", "reason", "detail", "expires_at");
        var channel = reader.OneOf("channel", [.. Channels.Addressed], required: true);
        var text = reader.Text("address", ChannelAddress.MaxLength, required: true);
        var reason = reader.OneOf("reason", [.. SuppressionReasons.All]) ?? SuppressionReasons.Manual;
        var detail = reader.Text("detail", MaxDetail, allowEmpty: true);
        var now = time.GetUtcNow();
        var expires = reader.Instant("expires_at");
        if (expires <= now) reader.Fault("expires_at", "must be in the future");
        if (channel is null || text is null) return null;
        if (ChannelAddress.Of(channel, text) is { } address) return new Suppression(address, reason, detail, null, by, now, expires);
        reader.Fault("address", ChannelAddress.Accepted(channel));
        return null;
    }

    private AuditEntry Entry(string by, ChannelAddress address, string action) => new(time.GetUtcNow(), by, Kind, $"{address.Channel}:{address.Address}", action);
}
