using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PersonalizationEngine.Dashboard.Experiments;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Frame;

namespace PersonalizationEngine.Functions.Dashboard.Experiments;

/// <summary>The form of a new experiment as the document that the API would take; what is no number or no JSON is told of at its field.</summary>
internal static class ExperimentForm
{
    /// <param name="variantRows">The rows of the form that became variants, by their place in the document.</param>
    public static JsonObject Read(Visit visit, PostedForm form, List<int> variantRows, List<int> metricRows)
    {
        var document = new JsonObject { ["key"] = form["key"], ["name"] = form["name"], ["status"] = "draft" };
        if (form["description"] is { Length: > 0 } description) document["description"] = description;
        if (Share(visit, form, "coverage") is { } coverage) document["traffic_allocation"] = coverage;
        var (variants, metrics) = (new JsonArray(), new JsonArray());
        for (var row = 0; row < NewExperimentPage.Rows; row++)
        {
            if (form[$"variant{row}"] is not { Length: > 0 } key) continue;
            variantRows.Add(row);
            var variant = new JsonObject { ["key"] = key };
            if (Share(visit, form, $"weight{row}") is { } weight) variant["weight"] = weight;
            variants.Add((JsonNode)variant);
        }

        for (var row = 0; row < NewExperimentPage.Metrics; row++)
        {
            if (form[$"metric{row}"] is not { Length: > 0 }) continue;
            metricRows.Add(row);
            metrics.Add((JsonNode)Metric(form, row));
        }

        (document["variants"], document["metrics"]) = (variants, metrics);
        if (Share(visit, form, "from") is var from && Share(visit, form, "to") is var to && (form["group"] is { Length: > 0 } || from is not null || to is not null))
            document["namespace"] = new JsonObject { ["id"] = form["group"] is { Length: > 0 } group ? group : null, ["start"] = from, ["end"] = to };
        if (form["condition"] is { Length: > 0 } condition) document["condition"] = Condition(visit, condition);
        return document;
    }

    private static JsonObject Metric(PostedForm form, int row)
    {
        var kind = form[$"kind{row}"] ?? "";
        var metric = new JsonObject
        {
            ["key"] = form[$"metric{row}"],
            ["kind"] = kind,
            ["guardrail"] = form.Has($"guardrail{row}"),
            ["direction"] = form.Has($"less{row}") ? "decrease" : "increase",
        };
        if (form[$"of{row}"] is { Length: > 0 } subject) metric[kind switch { "ctr" => "slot", "count" => "event", _ => "goal" }] = subject;
        return metric;
    }

    /// <returns>Null where nothing was typed.</returns>
    private static double? Share(Visit visit, PostedForm form, string field)
    {
        if (form[field] is not { Length: > 0 } text) return null;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent <= 100) return percent / 100;
        visit.Fault(field, "must be a number from 0 to 100");
        return null;
    }

    private static JsonNode? Condition(Visit visit, string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            visit.Fault("condition", "is no JSON");
            return null;
        }
    }
}
