using System.Globalization;
using PersonalizationEngine.Engine.Telemetry;

namespace PersonalizationEngine.Engine.Overview.Alerts;

/// <summary>
/// Remembers since when each alert has been there. Alerts are looked for when somebody looks, so an alert may be older than is
/// remembered, never younger.
/// </summary>
public sealed class AlertHistory(StandingRecords records)
{
    private const string Record = "alerts";

    private const int LongestRecord = 1900;

    public async Task<IReadOnlyList<Alert>> DateAsync(IReadOnlyList<Alert> alerts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alerts);
        var before = await records.ReadAsync(Record, cancellationToken) ?? "";
        var known = Parse(before);
        var dated = alerts.Select(alert => alert with { Since = Earliest(alert.Since ?? now, known.GetValueOrDefault(alert.Key, now)) }).ToList();
        var after = Write(dated);
        if (after != before) await records.WriteAsync(Record, after, cancellationToken);
        return dated;
    }

    private static DateTimeOffset Earliest(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static Dictionary<string, DateTimeOffset> Parse(string text)
    {
        var known = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var part in text.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.LastIndexOf('=');
            if (at > 0 && long.TryParse(part.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
                known[part[..at]] = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }

        return known;
    }

    /// <summary>As many as there is room for, the most severe first.</summary>
    private static string Write(IEnumerable<Alert> alerts)
    {
        var text = "";
        foreach (var alert in alerts)
        {
            var part = $"{alert.Key.Replace('|', '/')}={alert.Since!.Value.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}|";
            if (text.Length + part.Length <= LongestRecord) text += part;
        }

        return text;
    }
}
