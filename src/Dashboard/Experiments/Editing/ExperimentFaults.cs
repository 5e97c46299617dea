using System.Globalization;
using PersonalizationEngine.Core.Documents;

namespace PersonalizationEngine.Dashboard.Experiments.Editing;

/// <summary>Where in the form a fault of the document belongs, and what that place is called.</summary>
internal static class ExperimentFaults
{
    private static readonly (string Document, string Form)[] Whole =
    [
        ("traffic_allocation", "coverage"), ("start_date", "starts"), ("end_date", "ends"), ("namespace.start", "from"), ("namespace.end", "to"),
        ("namespace", "group"), ("forced", "testers"), ("prerequisites", "prerequisites"), ("hash_attribute", "hash"), ("type", "interleaving"),
        ("allocation", "bandit"),
    ];

    private static readonly (string Document, string Form)[] OfMetrics =
        [(".goal", "subject"), (".slot", "subject"), (".event", "subject"), (".min_effect", "effect"), (".direction", "less")];

    /// <param name="fault">Not of the condition, whose faults its own writer places.</param>
    public static string FieldOf(DocumentFault fault)
    {
        var field = fault.Field;
        var bracket = field.IndexOf('[', StringComparison.Ordinal);
        var (list, end) = (bracket < 0 ? "" : field[..bracket], field.IndexOf(']', StringComparison.Ordinal));
        if (list is "variants" or "metrics" && int.TryParse(field[(bracket + 1)..end], NumberStyles.None, CultureInfo.InvariantCulture, out var row))
        {
            var of = field[(end + 1)..];
            var known = OfMetrics.FirstOrDefault(one => one.Document == of).Form;
            return $"{(list == "variants" ? ExperimentFields.Variant(row) : ExperimentFields.Metric(row))}.{known ?? of.TrimStart('.')}";
        }

        return Array.Find(Whole, one => field.StartsWith(one.Document, StringComparison.Ordinal)).Form ?? field;
    }

    public static string PlanFieldOf(DocumentFault fault) => fault.Field switch
    {
        "baseline" => "plan.baseline",
        "standard_deviation" => "plan.spread",
        "daily_people" => "plan.daily",
        "min_effect" => "plan.effect",
        "traffic_allocation" => "coverage",
        "variants" => "variants",
        _ => "metrics",
    };

    /// <summary>A field of the form in words, as <c>variant.1.weight</c> is “Variant 2, weight”.</summary>
    public static string Called(string field)
    {
        var parts = field.Split('.');
        if (parts is ["variant" or "metric", var row, var of] && int.TryParse(row, out var place)) return $"{Capital(parts[0])} {place + 1}, {of}";
        return parts[0] switch
        {
            "plan" => $"Plan, {parts[^1]}",
            "condition" => "Who can be in it",
            "group" => "Exclusion group",
            "from" => "Part of the group, from",
            "to" => "Part of the group, to",
            "hash" => "Split by",
            "bandit" => "Shares follow the results",
            "interleaving" => "Mixed lists",
            _ => Capital(field),
        };
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
