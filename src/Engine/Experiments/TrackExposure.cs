using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Personalization.Outbox;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Experiments;

/// <summary>
/// Takes what the tracking callback of a GrowthBook SDK is called with: somebody was served a variant elsewhere. When it
/// returns, the exposure is durable; told again, it stays the first.
/// </summary>
public sealed class TrackExposure(PlaybookKeeper playbooks, IPeople people, IExposureStore store, DecisionOutbox outbox, TimeProvider time)
{
    /// <param name="document">
    /// <c>experiment</c> and <c>result</c> as the callback has them; beside them <c>user_id</c> where something else than the
    /// person's id was hashed.
    /// </param>
    public async Task<Parsed<TrackedExposure>> RunAsync(JsonElement document, CancellationToken cancellationToken)
    {
        var reader = new DocumentReader(document);
        var (experiment, result) = (reader.Child("experiment", required: true), reader.Child("result", required: true));
        var key = experiment?.Text("key", 64, required: true);
        var known = key is null ? null : playbooks.Current.Experiments.FirstOrDefault(one => one.Experiment.Key == key)?.Experiment;
        if (key is not null && known is null) experiment!.Fault("key", "must be the key of an experiment there is");
        var variant = result is null || known is null ? null : ReadVariant(result, known);
        var user = reader.Id("user_id") ?? (result is null ? null : ReadHashed(result));
        if (user is null && reader.Faults.Count == 0) reader.Fault("user_id", $"is required where something else than the id was hashed: {PersonId.Accepted}");

        var counts = result?.Flag("inExperiment") is not false && result?.Flag("hashUsed") is not false && known?.Status == ExperimentStatus.Running;
        if (reader.Faults.Count == 0 && counts) await SaveAsync(known!, user!, variant!, cancellationToken);
        return Parsed.From(reader, () => new TrackedExposure(key!, user!, variant!, counts));
    }

    private async Task SaveAsync(Experiment experiment, string user, string variant, CancellationToken cancellationToken)
    {
        var person = (await people.FindAsync(user, cancellationToken))?.Person.PersonId ?? user;
        var exposure = new Exposure(experiment.Id, person, variant, time.GetUtcNow())
        {
            BucketVersion = experiment.Design.BucketVersion,
            IsKept = experiment.Design.IsSticky,
        };
        await store.SaveAsync([exposure], [], cancellationToken);
        outbox.NoteElsewhere(exposure);
    }

    /// <summary>By its key, or by its number where the SDK was given none.</summary>
    private static string? ReadVariant(DocumentReader result, Experiment experiment)
    {
        if (result.Text("key", 64) is { } key && experiment.Variants.Any(variant => variant.Key == key)) return key;
        if (result.Integer("variationId", 0, experiment.Variants.Count - 1) is { } number) return experiment.Variants[(int)number].Key;
        result.Fault("key", "must be the key of one of the experiment's variants");
        return null;
    }

    private static string? ReadHashed(DocumentReader result) =>
        (result.Text("hashAttribute", 100) ?? Applicant.IdAttribute) == Applicant.IdAttribute ? result.Id("hashValue", required: true) : null;
}
