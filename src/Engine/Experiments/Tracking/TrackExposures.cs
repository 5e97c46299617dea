using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Ingestion.Batches;
using PersonalizationEngine.Engine.Personalization.Outbox;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Experiments.Tracking;

/// <summary>Takes exposures from whoever served a variant elsewhere. When it returns, what was accepted is durable; only the first counts.</summary>
public sealed class TrackExposures(IExposureStore store, IConsents consents, IExperimentFacts facts, PlaybookKeeper playbooks, TimeProvider time)
{
    private const int MaxKey = 64;

    public async Task<IngestionSummary> RunAsync(EventBatch batch, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var sorted = BatchSorting<TrackedExposure>.Of(
            EventSource.Frontend, batch, place => new Receipt($"{place}", now), idsAreStable: false, Read);
        var tracked = sorted.Taken.Select(taken => taken.Event).ToList();
        var people = await facts.FindPeopleAsync([.. tracked.Select(one => one.UserId).Distinct(StringComparer.Ordinal)], cancellationToken);
        var permissions = await consents.ReadAsync([.. tracked.Select(one => one.UserId).Distinct(StringComparer.Ordinal)], cancellationToken);
        var ignored = Enumerable.Range(0, tracked.Count).Where(place => !permissions[tracked[place].UserId].Allow(Permissions.Analytics))
            .ToDictionary(place => place, _ => WhyIgnored.NoConsent);
        var exposures = tracked.Index().Where(one => !ignored.ContainsKey(one.Index))
            .Select(one => (Place: one.Index, Exposure: new Exposure(
                one.Item.ExperimentId, people.GetValueOrDefault(one.Item.UserId, one.Item.UserId), one.Item.Variant, one.Item.At))).ToList();
        var erased = await store.SaveAsync([.. exposures.Select(one => one.Exposure)], [], cancellationToken);
        foreach (var (place, exposure) in exposures)
            if (erased.Contains(exposure.PersonId)) ignored[place] = WhyIgnored.Erased;
        return sorted.Summarize(new HashSet<int>(), ignored, one => one.EventId);
    }

    private Parsed<TrackedExposure> Read(JsonElement json, Receipt receipt)
    {
        var reader = new DocumentReader(json);
        var user = reader.Id("user_id", required: true);
        var key = reader.Text("experiment", MaxKey, required: true);
        var variant = reader.Text("variant", MaxKey, required: true);
        var at = reader.Instant("occurred_at") ?? receipt.ReceivedAt;
        if (at > receipt.ReceivedAt + Receipt.FutureTolerance) reader.Fault("occurred_at", "must be at most 5 minutes in the future");
        var experiment = playbooks.Current.Experiments.FirstOrDefault(one => one.Experiment.Key == key)?.Experiment;
        if (key is not null && experiment is null) reader.Fault("experiment", "is none that there is");
        if (variant is not null && experiment is not null && experiment.Variants.All(one => one.Key != variant))
            reader.Fault("variant", $"must be one of {string.Join(", ", experiment.Variants.Select(one => one.Key))}");
        return Parsed.From(reader, () => new TrackedExposure(receipt.DefaultEventId, experiment!.Id, variant!, user!, at));
    }
}
