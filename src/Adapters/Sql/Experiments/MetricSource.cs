using PersonalizationEngine.Core.Experiments.Measures;

namespace PersonalizationEngine.Adapters.Sql.Experiments;

/// <summary>Where a metric's amounts stand, in pieces of a statement; the rows themselves are called <c>x</c>.</summary>
/// <param name="Table">With its alias.</param>
/// <param name="Joined">What is joined to it, or nothing.</param>
/// <param name="Value">A sum over rows.</param>
/// <param name="Trials">Another.</param>
/// <param name="Filter">Begins with <c>and</c>, or is empty; <c>@subject</c> and <c>@path</c> are the metric's.</param>
internal sealed record MetricSource(string Table, string Joined, string Value, string Trials, string Filter)
{
    private const string Clicked =
        " left join feedback clicked on clicked.decision_key = x.decision_key and clicked.slot = x.slot "
        + "and clicked.item_id = x.item_id and clicked.kind = 'click'";

    public static MetricSource Of(ExperimentMetric metric)
    {
        var isNamed = metric.Subject is not null;
        return metric.Kind switch
        {
            MetricKind.Ctr => new MetricSource(
                "feedback x", Clicked, "count(clicked.id)", "count(*)", " and x.kind = 'impression'" + (isNamed ? " and x.slot = @subject" : "")),
            MetricKind.Count => new MetricSource(
                "events x", "", "count(*)", "0", " and (x.type = @subject or x.name = @subject)" + (metric.Path is null ? "" : " and x.path = @path")),
            MetricKind.Revenue => new MetricSource("conversions x", "", "coalesce(sum(x.value), 0)", "0", isNamed ? " and x.goal = @subject" : ""),
            _ => new MetricSource("conversions x", "", "count(*)", "0", isNamed ? " and x.goal = @subject" : ""),
        };
    }
}
