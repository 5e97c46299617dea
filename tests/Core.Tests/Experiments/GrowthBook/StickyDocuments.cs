using System.Text.Json;
using PersonalizationEngine.Core.Experiments.Allocation;

namespace PersonalizationEngine.Core.Tests.Experiments.GrowthBook;

/// <summary>What a GrowthBook site keeps of people: by attribute and value, <c>experiment__version</c> to a variant's key.</summary>
internal sealed class StickyDocuments(Dictionary<string, Dictionary<string, string>> documents)
{
    public static StickyDocuments Read(JsonElement list) => new(list.EnumerateArray().ToDictionary(
        one => $"{one.GetProperty("attributeName").GetString()}||{one.GetProperty("attributeValue").GetString()}",
        one => Assignments(one.GetProperty("assignments"))));

    /// <summary>Those of the person's own documents, the hash attribute's before the fallback's.</summary>
    public IReadOnlyList<KeptAssignment> KeptBy(GrowthBookExperiment experiment, string key) =>
    [
        .. OwnNames(experiment)
            .Where(documents.ContainsKey)
            .SelectMany(name => documents[name])
            .Where(pair => pair.Key.StartsWith($"{key}__", StringComparison.Ordinal))
            .Select(pair => new KeptAssignment(
                experiment.Plan.ExperimentId, int.Parse(pair.Key[(key.Length + 2)..], System.Globalization.CultureInfo.InvariantCulture), pair.Value)),
    ];

    public void Keep(GrowthBookExperiment experiment, string key, Allocation place)
    {
        var document = $"{place.HashAttribute}||{experiment.AttributeText(place.HashAttribute)}";
        if (!documents.TryGetValue(document, out var assignments)) documents[document] = assignments = [];
        assignments[$"{key}__{experiment.Plan.BucketVersion}"] = experiment.Keys[place.Variant];
    }

    /// <summary>What stands in the person's own documents, against what should.</summary>
    public string? Differ(GrowthBookExperiment experiment, JsonElement expected)
    {
        var wanted = Lines(expected.EnumerateObject().ToDictionary(one => one.Name, one => Assignments(one.Value.GetProperty("assignments"))));
        var got = Lines(OwnNames(experiment).Where(documents.ContainsKey).ToDictionary(name => name, name => documents[name]));
        return got == wanted ? null : $"keeps {got}, expected {wanted}";
    }

    private static IEnumerable<string> OwnNames(GrowthBookExperiment experiment) =>
        new[] { experiment.Plan.HashAttribute, experiment.Plan.FallbackAttribute }.Select(attribute => $"{attribute}||{experiment.AttributeText(attribute)}");

    private static string Lines(Dictionary<string, Dictionary<string, string>> documents) => string.Join(' ', documents
        .SelectMany(document => document.Value.Select(pair => $"{document.Key}:{pair.Key}={pair.Value}")).Order(StringComparer.Ordinal));

    private static Dictionary<string, string> Assignments(JsonElement assignments) =>
        assignments.EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetString()!);
}
