namespace PersonalizationEngine.Functions.Tests.Alerts;

/// <summary>One row of AppMetrics.</summary>
/// <param name="Ago">How long before the alert looks.</param>
/// <param name="Sum">Of a gauge its value, of a counter what was added since the last row, of a histogram the sum of what was measured.</param>
/// <param name="ItemCount">Of a histogram the number of measurements, else 1.</param>
internal sealed record MetricRow(TimeSpan Ago, string Name, double Sum, int ItemCount, string Instance, IReadOnlyDictionary<string, string> Properties)
{
    /// <summary>The same value in every minute, as exporters send it.</summary>
    public static IEnumerable<MetricRow> EachMinute(int from, int to, string name, double sum, int itemCount = 1, params (string Name, string Value)[] properties) =>
        Enumerable.Range(to, from - to + 1).Select(minute => new MetricRow(
            TimeSpan.FromSeconds((minute * 60) + 5), name, sum, itemCount, "one", properties.ToDictionary(property => property.Name, property => property.Value)));
}
