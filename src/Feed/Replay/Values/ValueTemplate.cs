using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PersonalizationEngine.Feed.Replay.Reading;
using PersonalizationEngine.Feed.Sending;

namespace PersonalizationEngine.Feed.Replay.Values;

/// <summary>One value of an event: a text with columns in it, and what becomes of that text.</summary>
internal sealed record ValueTemplate(TextTemplate Text)
{
    public ValueKind As { get; init; }
    public TimestampFormat Format { get; init; }

    /// <summary>Texts (trimmed) that count as none, beside the empty one.</summary>
    public IReadOnlySet<string> Empty { get; init; } = new HashSet<string>();

    /// <summary>Whether the value is left out where a column of it is empty; else the gap stays blank.</summary>
    public bool SkipIfEmpty { get; init; } = true;

    /// <summary>Written where the value would be left out.</summary>
    public JsonNode? Default { get; init; }

    /// <summary>What certain texts stand for.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Values { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>What every text not in <see cref="Values"/> stands for; null keeps the text.</summary>
    public JsonNode? Otherwise { get; init; }

    /// <summary>Parts the text into a list; null keeps it whole.</summary>
    public string? Split { get; init; }

    /// <summary>Added to a timestamp, which then is not put later than the "now" of the run.</summary>
    public TimeSpan? Plus { get; init; }

    public Value Evaluate(IColumns columns, MomentContext moments, bool isEventTime)
    {
        var text = Text.Fill(columns, value => value.Length == 0 || Empty.Contains(value), out var hasGap);
        if ((hasGap && SkipIfEmpty) || (Empty.Count > 0 && Empty.Contains(text)))
            return Default is null ? Value.LeftOut : Value.Of(Default.DeepClone());
        if (Values.TryGetValue(text, out var known)) return Value.Of(known?.DeepClone());
        if (Otherwise is not null) return Value.Of(Otherwise.DeepClone());
        if (Split is null) return Convert(text, moments, isEventTime);

        var parts = text.Split(Split, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Value.Of(new JsonArray([.. parts.Select(part => (JsonNode)part)]));
    }

    private Value Convert(string text, MomentContext moments, bool isEventTime) => As switch
    {
        ValueKind.Number => ReadNumber(text) is { } number ? Value.Of(number) : Value.Wrong($"'{text}' is not a number"),
        ValueKind.Bool => ReadBool(text) is { } flag ? Value.Of(flag) : Value.Wrong($"'{text}' is neither true nor false"),
        ValueKind.Json => ReadJson(text),
        ValueKind.Timestamp => Timestamps.Read(text, Format) is { } instant
            ? Value.Of(WireTime.Text(Place(instant, moments, isEventTime)))
            : Value.Wrong($"'{text}' is not a timestamp"),
        _ => Value.Of(text),
    };

    private DateTimeOffset Place(DateTimeOffset instant, MomentContext moments, bool isEventTime)
    {
        var placed = Plus is { } wait ? Earlier(instant + wait, moments.Now) : instant;
        if (isEventTime) moments.Observe(placed);
        return moments.Moved(placed);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static JsonNode? ReadNumber(string text)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)) return exact;
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rough);
        return isNumber && double.IsFinite(rough) ? rough : null;
    }

    private static JsonNode? ReadBool(string text) => text.ToLowerInvariant() switch
    {
        "true" or "yes" or "y" or "1" => true,
        "false" or "no" or "n" or "0" => false,
        _ => null,
    };

    private static Value ReadJson(string text)
    {
        try
        {
            return Value.Of(JsonNode.Parse(text));
        }
        catch (JsonException)
        {
            return Value.Wrong($"'{text}' is not JSON");
        }
    }
}
