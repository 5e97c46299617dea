using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Delivery.DeadLetters;
using PersonalizationEngine.Functions.Admin.Endpoints;

namespace PersonalizationEngine.Functions.Admin.DeadLetters;

/// <summary>Sends what was given up once more, for the API and for the pages. Each is told of in the audit.</summary>
public sealed class DeadLetterReplays(ListDeadLetters letters, AuditedWork audited)
{
    /// <returns>How many were; null when there are no dead letters of the kind.</returns>
    public async Task<int?> OneAsync(string kind, long id, string by, CancellationToken cancellationToken) => letters.Find(kind) is { } source
        ? await RunAsync(by, $"{kind}/{id}", async () => await source.ReplayAsync(id, cancellationToken) ? 1 : 0, cancellationToken)
        : null;

    /// <param name="kind">Null for all.</param>
    /// <param name="since">Those first sent since then.</param>
    /// <returns>How many.</returns>
    public Task<int> SinceAsync(string? kind, DateTimeOffset since, string by, CancellationToken cancellationToken) => RunAsync(
        by,
        kind ?? "all",
        async () =>
        {
            var replayed = 0;
            foreach (var name in letters.Kinds.Where(name => kind is null || name == kind)) replayed += await letters.Find(name)!.ReplaySinceAsync(since, cancellationToken);
            return replayed;
        },
        cancellationToken);

    private Task<int> RunAsync(string by, string subject, Func<Task<int>> replay, CancellationToken cancellationToken) => audited.RunAsync(
        new AuditEntry(default, by, AuditedKinds.DeadLetters, subject, "replayed"),
        async () => await replay() is var count ? (count, EndpointAudit.Replayed(count)) : default, cancellationToken);
}
