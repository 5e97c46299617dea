using System.Buffers;
using System.Text.Json;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Conditions.Named;

namespace PersonalizationEngine.Core.Experiments.Interop;

/// <summary>
/// Experiments in the words of GrowthBook's SDKs: each is a feature whose value is the variant's key, null for those outside.
/// Testers are left out, for whoever has a client key can read all of it.
/// </summary>
public static class GrowthBookFeatures
{
    /// <summary>The whole answer to an SDK. The same bytes for the same experiments.</summary>
    /// <param name="saved">
    /// What targeting names. SDKs know groups, of which they are given those they need, but no segments: these are written out.
    /// </param>
    public static ReadOnlyMemory<byte> Write(IEnumerable<Experiment> experiments, GlobalHoldout holdout, SavedTexts saved, DateTimeOffset now)
    {
        var offered = experiments.Where(experiment => experiment.Status != ExperimentStatus.Draft).ToList();
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteNumber("status", 200);
        json.WriteStartObject("features");
        foreach (var experiment in offered)
        {
            json.WriteStartObject(experiment.Key);
            json.WriteNull("defaultValue");
            json.WriteStartArray("rules");
            if (IsRunning(experiment, now)) GrowthBookRules.Write(json, experiment, holdout, saved);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("experiments");
        json.WriteEndArray();
        json.WriteStartObject("savedGroups");
        foreach (var (key, values) in saved.GroupsOf(offered.Where(experiment => IsRunning(experiment, now)).Select(experiment => experiment.Targeting).OfType<ConditionSource>()))
        {
            json.WritePropertyName(key);
            values.WriteTo(json);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static bool IsRunning(Experiment experiment, DateTimeOffset now) =>
        experiment.Status == ExperimentStatus.Running && !(now < experiment.StartsAt) && !(now >= experiment.EndsAt);
}
