using System.Globalization;

namespace PersonalizationEngine.Core.Rules.Conditions.Behaviour;

/// <summary>A length of time as conditions write it: <c>90m</c>, <c>36h</c>, <c>7d</c>, <c>2w</c>.</summary>
internal static class ActSpan
{
    public const string Accepted = "must be a whole number with m, h, d or w behind it, from 1m to 90d: 7d";

    public static TimeSpan Longest { get; } = TimeSpan.FromDays(90);

    public static TimeSpan Default { get; } = TimeSpan.FromDays(30);

    /// <summary>Null for what is not <see cref="Accepted"/>.</summary>
    public static TimeSpan? Read(string? text)
    {
        if (text is not { Length: >= 2 and <= 7 }
            || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return null;
        TimeSpan? span = text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(count),
            'w' => TimeSpan.FromDays(7L * count),
            _ => null,
        };
        return span >= TimeSpan.FromMinutes(1) && span <= Longest ? span : null;
    }

    public static string Wording(TimeSpan span)
    {
        var (count, unit) = span.Ticks % TimeSpan.TicksPerDay == 0 ? (span.TotalDays, "day")
            : span.Ticks % TimeSpan.TicksPerHour == 0 ? (span.TotalHours, "hour")
            : (span.TotalMinutes, "minute");
        return string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");
    }
}
