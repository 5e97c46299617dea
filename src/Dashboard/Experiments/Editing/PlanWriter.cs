using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PersonalizationEngine.Dashboard.Experiments.Editing;

/// <summary>The question of how many people an experiment needs, as the API would take it.</summary>
internal static class PlanWriter
{
    /// <param name="experiment">Its document; its first metric that is no guardrail is planned for.</param>
    /// <param name="faults">What is no number, by the field of the form.</param>
    public static JsonElement Write(PlanForm form, JsonElement experiment, List<(string Field, string Message)> faults)
    {
        var plan = new JsonObject();
        var metric = experiment.GetProperty("metrics").EnumerateArray().FirstOrDefault(one => !one.GetProperty("guardrail").GetBoolean());
        if (metric.ValueKind == JsonValueKind.Object) plan["metric"] = JsonNode.Parse(metric.GetRawText());
        var isShare = metric.ValueKind != JsonValueKind.Object || !metric.TryGetProperty("kind", out var kind) || kind.GetString() is "conversion" or "ctr";
        Set("baseline", "plan.baseline", form.Baseline, isShare ? 100 : 1);
        Set("standard_deviation", "plan.spread", form.Spread, 1);
        Set("daily_people", "plan.daily", form.Daily, 1);
        Set("min_effect", "plan.effect", form.Effect, 100);
        plan["variants"] = experiment.GetProperty("variants").GetArrayLength();
        if (experiment.TryGetProperty("traffic_allocation", out var coverage)) plan["traffic_allocation"] = coverage.GetDouble();
        return JsonElement.Parse(plan.ToJsonString());

        void Set(string field, string typedIn, string text, double whole)
        {
            if (text.Length == 0) return;
            if (double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
                plan[field] = number / whole;
            else faults.Add((typedIn, "must be a number"));
        }
    }
}
