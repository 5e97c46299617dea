using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Experiments.Documents;
using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;
using PersonalizationEngine.Dashboard.Rules.Editing;

namespace PersonalizationEngine.Dashboard.Experiments.Editing;

/// <summary>
/// The form of an experiment as the document that the API would take. What the form does not show stays as it is in the experiment
/// it was begun from.
/// </summary>
public sealed class ExperimentWriter
{
    private readonly List<(string Field, string Message)> _faults = [];

    private ExperimentWriter(OutlineWriter condition) => Condition = condition;

    public JsonElement Document { get; private set; }

    public OutlineWriter Condition { get; }

    /// <summary>What cannot be written at all, by the field of the form.</summary>
    public IReadOnlyList<(string Field, string Message)> Faults => _faults;

    /// <param name="live">Null for a new one.</param>
    public static ExperimentWriter Write(ExperimentForm form, Experiment? live)
    {
        var writer = new ExperimentWriter(OutlineWriter.Write(form.Condition));
        var document = JsonNode.Parse(ExperimentDesignDocument.ToJson(live?.Design ?? ExperimentDesign.Plain))!.AsObject();
        writer.WriteMain(document, form, live);
        writer.WriteDesign(document, form);
        writer.Document = writer.WithCondition(document.ToJsonString(), form.Condition.Parts.Count == 0);
        return writer;
    }

    private void WriteMain(JsonObject document, ExperimentForm form, Experiment? live)
    {
        Set(document, "key", form.Key);
        Set(document, "name", form.Name);
        Set(document, "description", form.Description);
        Set(document, "seed", form.Seed);
        Set(document, "start_date", Time(form.Starts));
        Set(document, "end_date", Time(form.Ends));
        document["status"] = (live?.Status ?? ExperimentStatus.Draft).Name();
        if (live is not null) document["hash_version"] = live.HashVersion;
        if (Share("coverage", form.Coverage) is { } coverage) document["traffic_allocation"] = coverage;
        document["variants"] = new JsonArray([.. form.Variants.Select(Write)]);
        document["metrics"] = new JsonArray([.. form.Metrics.Select(Write)]);
        document["allocation"] = new ExperimentMeasures([], form.IsBandit).AllocationName();
    }

    private void WriteDesign(JsonObject document, ExperimentForm form)
    {
        document["type"] = (form.IsInterleaving ? ExperimentKind.Interleaving : ExperimentKind.Split).Name();
        if (form.HashAttribute.Length > 0) document["hash_attribute"] = form.HashAttribute;
        document["sticky"] = form.IsSticky;
        document["ignore_holdout"] = form.IgnoresHoldout;
        document.Remove("namespace");
        if (form.Group.Length + form.From.Length + form.To.Length > 0)
        {
            var share = new JsonObject();
            Set(share, "id", form.Group);
            if (Share("from", form.From) is { } from) share["start"] = from;
            if (Share("to", form.To) is { } to) share["end"] = to;
            document["namespace"] = share;
        }

        document["prerequisites"] = new JsonArray([.. Lines(form.Prerequisites).Select(line => new JsonObject
        {
            ["experiment"] = line.Before,
            ["variants"] = new JsonArray([.. line.After.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(key => (JsonNode)key)]),
        })]);
        var testers = Lines(form.Testers).ToList();
        foreach (var line in testers.Where(line => line.After.Length == 0)) _faults.Add(("testers", $"“{line.Before}” names no person: write variant, colon, person"));
        document["forced"] = new JsonObject(testers.GroupBy(line => line.Before, StringComparer.Ordinal).Select(group => KeyValuePair.Create<string, JsonNode?>(
            group.Key, new JsonArray([.. group.Select(line => (JsonNode)line.After)]))));
    }

    private JsonNode Write(VariantForm form, int row)
    {
        var variant = new JsonObject();
        Set(variant, "key", form.Key);
        Set(variant, "name", form.Name);
        Set(variant, "recommender", form.Recommender);
        if (Share($"{ExperimentFields.Variant(row)}.weight", form.Weight) is { } weight) variant["weight"] = weight;
        return variant;
    }

    private JsonNode Write(MetricForm form, int row)
    {
        var metric = new JsonObject { ["guardrail"] = form.IsGuardrail, ["direction"] = form.LowerIsBetter ? "decrease" : "increase" };
        Set(metric, "key", form.Key);
        Set(metric, "kind", form.Kind);
        Set(metric, "path", form.Path);
        Set(metric, form.Kind switch { "ctr" => "slot", "count" => "event", _ => "goal" }, form.Subject);
        if (Share($"{ExperimentFields.Metric(row)}.effect", form.MinEffect, 1000) is { } effect) metric["min_effect"] = effect;
        return metric;
    }

    /// <summary>Conditions that are deeper than JSON is read are told of at the condition.</summary>
    private JsonElement WithCondition(string json, bool isForEverybody)
    {
        if (isForEverybody) return JsonElement.Parse(json);
        var whole = $"{json[..^1]},\"condition\":{Condition.Json}}}";
        if (JsonShown.WhyNot(whole) is not { } fault) return JsonElement.Parse(whole);
        _faults.Add((ExperimentFields.Condition, fault));
        return JsonElement.Parse(json);
    }

    /// <returns>Null where nothing was typed, or nothing that can be read.</returns>
    private double? Share(string field, string percent, double most = 100)
    {
        if (percent.Length == 0) return null;
        if (double.TryParse(percent, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= most) return number / 100;
        _faults.Add((field, $"must be a number from 0 to {most}"));
        return null;
    }

    private static void Set(JsonObject document, string field, string text)
    {
        if (text.Length > 0) document[field] = text;
    }

    /// <summary>Browsers send minutes without a zone; the form says that it is UTC.</summary>
    private static string Time(string typed) => typed.Length switch { 16 => $"{typed}:00Z", 19 => $"{typed}Z", _ => typed };

    private static IEnumerable<(string Before, string After)> Lines(string text) =>
        from line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let colon = line.IndexOf(':', StringComparison.Ordinal)
        select colon < 0 ? (line, "") : (line[..colon].Trim(), line[(colon + 1)..].Trim());
}
