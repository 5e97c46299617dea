using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Experiments.Documents;
using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Core.Rules;

namespace PersonalizationEngine.Core.Experiments;

/// <summary>Reads an experiment as it is sent to the API; every fault comes with its place.</summary>
public static class ExperimentDocument
{
    public const int MaxVariants = 20;
    public const int HashVersion = 2;

    private const string KeyRule = "must be 1 to 64 characters: a-z, 0-9, _ and -";

    public static Parsed<Experiment> Read(JsonElement json)
    {
        var reader = new DocumentReader(json);
        reader.RefuseUnknown(
        [
            "id", "key", "name", "description", "status", "variants", "traffic_allocation", "seed", "condition",
            "start_date", "end_date", "hash_version", "version", "created_at", "updated_at", "metrics", "allocation",
            .. ExperimentDesignDocument.Fields,
        ]);

        var key = Key(reader, "key");
        var name = reader.Text("name", 200, required: true);
        var description = reader.Text("description", 2000);
        var status = reader.OneOf("status", ExperimentLifecycle.All) ?? ExperimentLifecycle.All[0];
        var variants = Variants(reader);
        var allocation = reader.Number("traffic_allocation", 0, 1) ?? 1;
        var seed = reader.Text("seed", 200) ?? key;
        var hashVersion = (int)(reader.Integer("hash_version", 1, HashVersion) ?? HashVersion);
        var targeting = ConditionDocument.Read(reader, "condition");
        var measures = MeasuresDocument.Read(reader);
        var start = reader.Instant("start_date");
        var end = reader.Instant("end_date");
        if (end <= start) reader.Fault("end_date", "must be after start_date");
        var design = ExperimentDesignDocument.Read(reader, [.. variants.Select(variant => variant.Key).Distinct()]);
        if (design.Prerequisites.Any(prerequisite => prerequisite.Experiment == key)) reader.Fault("prerequisites", "must not name the experiment itself");
        if (design.Kind == ExperimentKind.Interleaving && (variants.Count != 2 || variants.Any(variant => variant.Recommender is null)))
            reader.Fault("type", "interleaving takes two variants that each name a recommender");

        return Parsed.From(reader, () => new Experiment(
            0, key!, name!, description, ExperimentLifecycle.Parse(status), variants, allocation, seed!, hashVersion, targeting, start, end)
        {
            Design = design,
            Measures = measures,
        });
    }

    private static List<Variant> Variants(DocumentReader reader)
    {
        var readers = reader.Children("variants", 2, MaxVariants);
        var variants = new List<Variant>();
        foreach (var one in readers)
        {
            one.RefuseUnknown("key", "name", "weight", "recommender");
            var weight = one.Number("weight", 0, 1) ?? 1d / readers.Count;
            variants.Add(new Variant(Key(one, "key") ?? "", one.Text("name", 200), weight)
            {
                Recommender = one.OneOf("recommender", TestedRecommenders.All),
            });
        }

        if (variants.DistinctBy(variant => variant.Key).Count() < variants.Count) reader.Fault("variants", "must have different keys");
        if (variants.Count > 0 && variants.Sum(variant => variant.Weight) is < 0.99 or > 1.01)
            reader.Fault("variants", "must have weights that sum to 1 (0.99 to 1.01)");
        return variants;
    }

    private static string? Key(DocumentReader reader, string name)
    {
        var key = reader.Text(name, 64, required: true);
        if (key is null || key.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '_' or '-'))
            return key;
        reader.Fault(name, KeyRule);
        return null;
    }
}
