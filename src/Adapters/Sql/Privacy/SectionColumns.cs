using System.Globalization;
using PersonalizationEngine.Adapters.Sql.Decisions;
using PersonalizationEngine.Engine.Privacy;

namespace PersonalizationEngine.Adapters.Sql.Privacy;

/// <summary>What columns hold, by their names as by their types: both databases keep instants as numbers, and one has no booleans.</summary>
internal static class SectionColumns
{
    private static readonly HashSet<string> Documents =
        ["customer_traits", "web_traits", "campaign", "device", "form", "details", "behaviour", "factors", "receipt", "document_before", "document_after"];

    private static readonly HashSet<string> Flags = ["identified", "granted", "held_out", "clamped"];

    private static readonly HashSet<string> Instants = ["score_valid_until", "read_in_run"];

    public static SectionColumn Of(string name, Type type) => new(name, TypeOf(name, type));

    public static object? Read(object? value, string type) => value is null or DBNull ? null : type switch
    {
        SectionColumn.Instant => Instant(value),
        SectionColumn.Boolean => Convert.ToBoolean(value, CultureInfo.InvariantCulture),
        SectionColumn.Integer => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        SectionColumn.Number => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ when value is byte[] packed => Packed.ReadText(packed),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string TypeOf(string name, Type type) =>
        Documents.Contains(name) ? SectionColumn.Json
        : Flags.Contains(name) ? SectionColumn.Boolean
        : name.EndsWith("_at", StringComparison.Ordinal) || Instants.Contains(name) ? SectionColumn.Instant
        : type == typeof(double) || type == typeof(decimal) || name is "score" or "value" ? SectionColumn.Number
        : type == typeof(long) || type == typeof(int) ? SectionColumn.Integer
        : SectionColumn.Text;

    private static DateTimeOffset Instant(object value) => value switch
    {
        DateTime instant => new DateTimeOffset(DateTime.SpecifyKind(instant, DateTimeKind.Utc)),
        string text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        _ => UnixMilliseconds.Read(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };
}
