using System.Diagnostics.Metrics;
using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Identity;
using PersonalizationEngine.Engine.Ingestion.Batches;
using PersonalizationEngine.Engine.Ingestion.Cdp;
using PersonalizationEngine.Engine.Ingestion.Planning;
using PersonalizationEngine.Engine.Ingestion.Rybbit;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Engine.Ingestion;

/// <summary>
/// Takes events of Rybbit and the CDP. When it returns, what was accepted is durable and the next decision knows of it, and
/// what was refused is kept.
/// </summary>
public sealed class IngestEvents(IIngestionStore store, RybbitEventReader rybbit, IngestionRules rules, NewsOfPeople news, TimeProvider time)
{
    private static readonly Counter<long> Refused = EngineMetrics.Meter.CreateCounter<long>(
        "personalization.identity.refused", unit: "{link}", description: "Ids that an event said are one person's and that were not joined, by reason.");

    /// <param name="messageId">The request's own id, from which events without an id get theirs; null when it has none.</param>
    public Task<IngestionSummary> RunAsync(EventSource source, EventBatch batch, string? messageId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return RunAsync(source, batch, messageId is not null,
            index => new Receipt(messageId is null ? Guid.CreateVersion7(now).ToString() : $"{messageId}#{index}", now), cancellationToken);
    }

    internal async Task<IngestionSummary> RunAsync(
        EventSource source, EventBatch batch, bool idsAreStable, Func<int, Receipt> receipt, CancellationToken cancellationToken)
    {
        var sorted = BatchSorting<IncomingEvent>.Of(source, batch, receipt, idsAreStable, ReaderOf(source));
        var events = sorted.Taken.Select(taken => taken.Event).ToList();
        var plan = await store.ApplyAsync(
            IngestionQuestion.Of(source, events),
            knowledge => IngestionPlanner.Plan(source, events, knowledge, rules, time.GetUtcNow()),
            [.. sorted.Refused.Select(refused => refused.Event)],
            cancellationToken);
        news.Spread(plan);
        foreach (var refused in plan.RefusedLinks.Values) Refused.Add(1, new KeyValuePair<string, object?>("reason", refused.Reason.Name()));
        var summary = sorted.Summarize(plan.Duplicates, plan.Ignored, incoming => incoming.EventId, place => WarningOf(plan, place));
        IngestionFigures.Note(source, summary, events.Count == 0 ? null : events.Max(incoming => incoming.At), time.GetUtcNow());
        return summary;
    }

    /// <summary>Takes events that the engine itself saw.</summary>
    internal async Task TakeAsync(EventSource source, IReadOnlyList<IncomingEvent> events, CancellationToken cancellationToken)
    {
        var plan = await store.ApplyAsync(
            IngestionQuestion.Of(source, events),
            knowledge => IngestionPlanner.Plan(source, events, knowledge, rules, time.GetUtcNow()),
            [],
            cancellationToken);
        news.Spread(plan);
    }

    private static string? WarningOf(IngestionPlan plan, int place) => plan.RefusedLinks.TryGetValue(place, out var link)
        ? $"{link.Alias} was not joined to {link.KnownId}: {link.Reason.Sentence()} ({link.Reason.Name()})"
        : null;

    private Func<JsonElement, Receipt, Parsed<IncomingEvent>> ReaderOf(EventSource source) => source switch
    {
        EventSource.Rybbit => rybbit.Read,
        EventSource.Cdp => CdpEventReader.Read,
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Only Rybbit and the CDP send events here."),
    };
}
