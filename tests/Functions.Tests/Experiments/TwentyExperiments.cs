using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Experiments;

/// <summary>Twenty experiments that between them use all that both the engine and GrowthBook's SDKs know.</summary>
internal static class TwentyExperiments
{
    private static readonly string[] Designs =
    [
        """{}""",
        """{"traffic_allocation": 0.1}""",
        """{"traffic_allocation": 0.77, "variants": [{"key": "a", "weight": 0.2}, {"key": "b", "weight": 0.3}, {"key": "c", "weight": 0.5}]}""",
        """{"seed": "säed ✓", "traffic_allocation": 0.6}""",
        """{"hash_version": 1, "seed": "older"}""",
        """{"hash_version": 1, "traffic_allocation": 0.33, "variants": [{"key": "a", "weight": 0.9}, {"key": "b", "weight": 0.1}]}""",
        """{"namespace": {"id": "checkout", "start": 0, "end": 0.4}}""",
        """{"namespace": {"id": "checkout", "start": 0.4, "end": 1}, "ignore_holdout": true}""",
        """{"filters": [{"seed": "layer", "ranges": [[0, 0.25], [0.5, 0.6]]}]}""",
        """{"filters": [{"seed": "layer", "ranges": [[0.25, 0.5]]}, {"seed": "old-layer", "hash_version": 1, "ranges": [[0, 0.7]]}]}""",
        """{"filters": [{"seed": "layer", "ranges": [[0.6, 1]]}], "namespace": {"id": "checkout", "start": 0, "end": 0.01}, "ignore_holdout": true}""",
        """{"condition": {"context.country": {"$in": ["DE", "FR"]}}}""",
        """{"condition": {"$or": [{"context.age": {"$gte": 40}}, {"context.country": "GB"}]}, "traffic_allocation": 0.5}""",
        """{"condition": {"$not": {"context.age": {"$lt": 25}}, "context.country": {"$ne": "US"}}}""",
        """{"hash_attribute": "context.company"}""",
        """{"hash_attribute": "context.company", "traffic_allocation": 0.4, "filters": [{"seed": "companies", "attribute": "context.company", "ranges": [[0.2, 0.9]]}]}""",
        """{"released_variant": "b", "traffic_allocation": 0.5}""",
        """{"variants": [{"key": "a", "weight": 0}, {"key": "b", "weight": 1}], "bucket_version": 3, "min_bucket_version": 2}""",
        """{"prerequisites": [{"experiment": "KEY0", "variants": ["b"]}]}""",
        """{"prerequisites": [{"experiment": "KEY1"}, {"experiment": "KEY11", "variants": ["a", "b"]}], "condition": {"context.age": {"$gt": 20}}}""",
    ];

    public static async Task<string[]> AddAsync(EngineClient engine)
    {
        var keys = Designs.Select(_ => Defined.NewKey()).ToArray();
        for (var i = 0; i < keys.Length; i++)
        {
            var experiment = Defined.Experiment(keys[i], "a", "b");
            // From the longest number on, so that KEY1 does not eat the beginning of KEY11.
            var design = keys.Index().Reverse().Aggregate(Designs[i], (text, key) => text.Replace($"KEY{key.Index}\"", $"{key.Item}\"", StringComparison.Ordinal));
            foreach (var (field, value) in JsonNode.Parse(design)!.AsObject()) experiment = experiment.With(field, value?.DeepClone());
            await engine.AddExperimentAsync(experiment);
        }

        return keys;
    }
}
