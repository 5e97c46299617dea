using System.Globalization;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Rules.Editing;

namespace PersonalizationEngine.Dashboard.Experiments.Editing;

/// <summary>An experiment from the fields of a posted form.</summary>
internal static class ExperimentFields
{
    public const string Condition = RuleFields.Condition;

    /// <summary>More than a document may have, so that the reader of documents is the one that refuses.</summary>
    private const int MostRows = 25;

    public static string Variant(int row) => string.Create(CultureInfo.InvariantCulture, $"variant.{row}");

    public static string Metric(int row) => string.Create(CultureInfo.InvariantCulture, $"metric.{row}");

    public static ExperimentForm Read(PostedForm form)
    {
        string Text(string name) => form[name] ?? "";
        string Lines(string name) => Text(name).ReplaceLineEndings("\n");
        return new ExperimentForm(
            Text("key"), Text("name"), Lines("description"), Text("coverage"),
            Rows(form, Variant, at => new VariantForm(Text($"{at}.key"), Text($"{at}.name"), Text($"{at}.weight"), Text($"{at}.recommender"))),
            Rows(form, Metric, at => new MetricForm(
                Text($"{at}.key"), Text($"{at}.kind"), Text($"{at}.subject"), Text($"{at}.path"), Text($"{at}.effect"),
                form.Has($"{at}.guardrail"), form.Has($"{at}.less"))),
            ConditionFields.Read(form, Condition) ?? OutlineGroup.Everybody)
        {
            IsBandit = form.Has("bandit"),
            IsInterleaving = form.Has("interleaving"),
            Group = Text("group"),
            From = Text("from"),
            To = Text("to"),
            Starts = Text("starts"),
            Ends = Text("ends"),
            Seed = Text("seed"),
            HashAttribute = Text("hash"),
            Testers = Lines("testers"),
            Prerequisites = Lines("prerequisites"),
            IsSticky = form.Has("sticky"),
            IgnoresHoldout = form.Has("holdout"),
            Plan = new PlanForm(Text("plan.baseline"), Text("plan.spread"), Text("plan.daily"), Text("plan.effect")),
        };
    }

    private static List<T> Rows<T>(PostedForm form, Func<int, string> name, Func<string, T> read)
    {
        var rows = new List<T>();
        while (rows.Count < MostRows && form.Has($"{name(rows.Count)}.key")) rows.Add(read(name(rows.Count)));
        return rows;
    }
}
