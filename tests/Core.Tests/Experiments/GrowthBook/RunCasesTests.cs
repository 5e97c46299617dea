using System.Text.Json;
using PersonalizationEngine.Core.Experiments.Allocation;

namespace PersonalizationEngine.Core.Tests.Experiments.GrowthBook;

public sealed class RunCasesTests
{
    [Fact]
    public void Assign_EveryRunCase_IsEqual() => GrowthBookCases.AllPass("run", 73, one =>
    {
        var experiment = new GrowthBookExperiment(one[2].GetProperty("key").GetString()!, one[2], one[1]);
        var assignment = experiment.Run();
        var value = experiment.ValueOf(assignment.VariantIndex);
        var (got, expected) = ((assignment.IsServed, assignment.InExperiment), (one[4].GetBoolean(), one[5].GetBoolean()));
        return got == expected && JsonElement.DeepEquals(value, one[3]) ? null : $"got {value} {got}, expected {one[3]} {expected} ({assignment.ReasonName})";
    });

    [Fact]
    public void Allocate_EveryStickyCase_IsEqual() => GrowthBookCases.AllPass("stickyBucket", 13, one =>
    {
        var (context, feature) = (one[1], one[3].GetString()!);
        var rule = context.GetProperty("features").GetProperty(feature).GetProperty("rules")[0];
        var key = GrowthBookExperiment.Field(rule, "key")?.GetString() ?? feature;
        var experiment = new GrowthBookExperiment(key, rule, context);
        var documents = StickyDocuments.Read(one[2]);

        var compiled = experiment.Compiled;
        var place = compiled.Allocator.Allocate(experiment.Applicant(documents.KeptBy(experiment, key)), experiment.ParentsAreMet);
        if (place.Counts && experiment.Plan.IsSticky) documents.Keep(experiment, key, place);
        return Wrong(one[4], experiment, place) ?? documents.Differ(experiment, one[5]);
    });

    private static string? Wrong(JsonElement expected, GrowthBookExperiment experiment, Allocation place)
    {
        if (expected.ValueKind == JsonValueKind.Null) return place.IsServed ? $"is in as {place}" : null;
        var got = (place.Counts, place.Variant, place.HashAttribute, place.Bucket, place.Reason == Core.Experiments.AssignmentReason.Kept);
        var wanted = (
            expected.GetProperty("inExperiment").GetBoolean(), expected.GetProperty("variationId").GetInt32(), expected.GetProperty("hashAttribute").GetString()!,
            (double?)expected.GetProperty("bucket").GetDouble(), expected.GetProperty("stickyBucketUsed").GetBoolean());
        return got == wanted && experiment.Keys[place.Variant] == expected.GetProperty("key").GetString() ? null : $"got {got}, expected {wanted}";
    }
}
