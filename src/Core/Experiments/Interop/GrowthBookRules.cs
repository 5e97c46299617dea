using System.Globalization;
using System.Text.Json;
using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Core.Rules.Conditions.Named;

namespace PersonalizationEngine.Core.Experiments.Interop;

/// <summary>
/// The rules of one feature: the experiment, or, once it is decided, its one variant for each part of the line of buckets that
/// was in it.
/// </summary>
internal static class GrowthBookRules
{
    public static void Write(Utf8JsonWriter json, Experiment experiment, GlobalHoldout holdout, SavedTexts saved)
    {
        var plan = CompiledExperiment.PlanOf(experiment);
        if (experiment.Design.Released is not { } released)
        {
            json.WriteStartObject();
            WriteExperiment(json, experiment, plan);
            WriteWhoCanBeIn(json, experiment, holdout, saved);
            json.WriteEndObject();
            return;
        }

        foreach (var range in plan.Ranges.Where(range => range.End > range.Start))
        {
            json.WriteStartObject();
            json.WriteString("force", released);
            json.WritePropertyName("range");
            WriteRange(json, range);
            WriteHashing(json, experiment);
            WriteWhoCanBeIn(json, experiment, holdout, saved);
            json.WriteEndObject();
        }
    }

    private static void WriteExperiment(Utf8JsonWriter json, Experiment experiment, AllocationPlan plan)
    {
        json.WriteString("key", experiment.Key);
        json.WriteString("name", experiment.Name);
        json.WriteStartArray("variations");
        foreach (var variant in experiment.Variants) json.WriteStringValue(variant.Key);
        json.WriteEndArray();
        json.WriteStartArray("meta");
        foreach (var variant in experiment.Variants)
        {
            json.WriteStartObject();
            json.WriteString("key", variant.Key);
            if (variant.Name is not null) json.WriteString("name", variant.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("coverage", experiment.TrafficAllocation);
        json.WriteStartArray("weights");
        foreach (var variant in experiment.Variants) json.WriteNumberValue(variant.Weight);
        json.WriteEndArray();
        json.WriteStartArray("ranges");
        foreach (var range in plan.Ranges) WriteRange(json, range);
        json.WriteEndArray();
        WriteHashing(json, experiment);
        json.WriteString("phase", plan.BucketVersion.ToString(CultureInfo.InvariantCulture));
        json.WriteNumber("bucketVersion", plan.BucketVersion);
        json.WriteNumber("minBucketVersion", plan.MinBucketVersion);
        if (!plan.IsSticky) json.WriteBoolean("disableStickyBucketing", true);
    }

    private static void WriteHashing(Utf8JsonWriter json, Experiment experiment)
    {
        json.WriteString("seed", experiment.Seed);
        json.WriteNumber("hashVersion", experiment.HashVersion);
        json.WriteString("hashAttribute", experiment.Design.HashAttribute);
        if (experiment.Design.FallbackAttribute is { } fallback) json.WriteString("fallbackAttribute", fallback);
    }

    private static void WriteWhoCanBeIn(Utf8JsonWriter json, Experiment experiment, GlobalHoldout holdout, SavedTexts saved)
    {
        WriteFilters(json, experiment.Design, holdout);
        if (experiment.Targeting is { } targeting)
        {
            json.WritePropertyName("condition");
            saved.WriteOut(targeting).WriteTo(json);
        }

        if (experiment.Design.Prerequisites.Count == 0) return;
        json.WriteStartArray("parentConditions");
        foreach (var prerequisite in experiment.Design.Prerequisites) WritePrerequisite(json, prerequisite);
        json.WriteEndArray();
    }

    /// <summary>A holdout is one more filter; and since SDKs pass a namespace over where there are filters, that becomes one, too.</summary>
    private static void WriteFilters(Utf8JsonWriter json, ExperimentDesign design, GlobalHoldout holdout)
    {
        var filters = design.Filters.ToList();
        var isHeldOut = holdout.Share > 0 && !design.IgnoresHoldout;
        if (isHeldOut) filters.Add(new BucketFilter(holdout.Seed, [new BucketRange(holdout.Share, 1)], Applicant.IdAttribute, 2));
        if (design is { Namespace: { } share, Filters.Count: 0 })
        {
            json.WriteStartArray("namespace");
            json.WriteStringValue(share.Id);
            json.WriteNumberValue(share.Start);
            json.WriteNumberValue(share.End);
            json.WriteEndArray();
            if (isHeldOut) filters.Add(new BucketFilter("__" + share.Id, [new BucketRange(share.Start, share.End)], design.HashAttribute, 1));
        }

        if (filters.Count == 0) return;
        json.WriteStartArray("filters");
        foreach (var filter in filters)
        {
            json.WriteStartObject();
            json.WriteString("seed", filter.Seed);
            json.WriteString("attribute", filter.Attribute);
            json.WriteNumber("hashVersion", filter.HashVersion);
            json.WriteStartArray("ranges");
            foreach (var range in filter.Ranges) WriteRange(json, range);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePrerequisite(Utf8JsonWriter json, Prerequisite prerequisite)
    {
        json.WriteStartObject();
        json.WriteString("id", prerequisite.Experiment);
        json.WriteStartObject("condition");
        json.WriteStartObject("value");
        if (prerequisite.Variants.Count == 0)
        {
            json.WriteBoolean("$exists", true);
        }
        else
        {
            json.WriteStartArray("$in");
            foreach (var variant in prerequisite.Variants) json.WriteStringValue(variant);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, BucketRange range)
    {
        json.WriteStartArray();
        json.WriteNumberValue(range.Start);
        json.WriteNumberValue(range.End);
        json.WriteEndArray();
    }
}
