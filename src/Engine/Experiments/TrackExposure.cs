using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Engine.Personalization.Outbox;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Experiments;

/// <summary>
/// Takes what the tracking callback of a GrowthBook SDK is called with: somebody was served a variant elsewhere. When it
/// returns, the exposure is durable; told again, it stays the first.
/// </summary>
public sealed class TrackExposure(PlaybookKeeper playbooks, IPeople people, ConsentPolicy consent, IExposureStore store, DecisionOutbox outbox, TimeProvider time)
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
        if (reader.Faults.Count == 0 && counts) counts = await SaveAsync(known!, user!, variant!, cancellationToken);
        return Parsed.From(reader, () => new TrackedExposure(key!, user!, variant!, counts));
    }

    /// <returns>False when the person does not want to be counted; then nothing is kept.</returns>
    private async Task<bool> SaveAsync(Experiment experiment, string user, string variant, CancellationToken cancellationToken)
    {
        var found = await people.FindAsync(user, cancellationToken);
        if (!(found?.PermissionsBy(consent) ?? consent.Unasked).Allow(Permissions.Analytics)) return false;
        var person = found?.Person.PersonId ?? user;
        var exposure = new Exposure(experiment.Id, person, variant, time.GetUtcNow())
        {
            BucketVersion = experiment.Design.BucketVersion,
            IsKept = experiment.Design.IsSticky,
        };
        await store.SaveAsync([exposure], [], cancellationToken);
        outbox.NoteElsewhere(exposure);
        return true;
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
