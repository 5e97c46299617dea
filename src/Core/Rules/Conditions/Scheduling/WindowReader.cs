using System.Globalization;
using System.Text.Json;
using PersonalizationEngine.Core.Rules.Conditions.Parsing;

namespace PersonalizationEngine.Core.Rules.Conditions.Scheduling;

/// <summary>Reads the members of one window and takes note of each fault.</summary>
internal sealed class WindowReader(OrderedDictionary<string, JsonElement> members, Place place, ParseSession session)
{
    private static readonly DayOfWeek[] WeekdaysByName = Enum.GetValues<DayOfWeek>();

    public bool IsFaulty { get; private set; }

    public void Refuse(string name, string message)
    {
        IsFaulty = true;
        session.Refuse(place.Property(name), message);
    }

    /// <summary>Null where it is absent or faulty.</summary>
    public T? Value<T>(string name, Func<JsonElement, T?> read, string accepted)
        where T : struct
    {
        if (!members.TryGetValue(name, out var json)) return null;
        var value = read(json);
        if (value is null) Refuse(name, $"{name} must be {accepted}.");
        return value;
    }

    /// <summary>Empty where it is absent or faulty.</summary>
    public IReadOnlySet<T> Set<T>(string name, Func<JsonElement, T?> read, string accepted)
        where T : struct
    {
        if (!members.TryGetValue(name, out var json)) return new HashSet<T>();
        var values = json.ValueKind == JsonValueKind.Array ? json.EnumerateArray().Select(read).ToList() : [];
        if (values.Count == 0 || values.Contains(null)) Refuse(name, $"{name} must be {accepted}.");
        return values.OfType<T>().ToHashSet();
    }

    public static DayOfWeek? Weekday(JsonElement json) => TextOf(json) is { } text
        ? WeekdaysByName.Where(day => string.Equals(day.ToString(), text, StringComparison.OrdinalIgnoreCase)).Cast<DayOfWeek?>().FirstOrDefault()
        : null;

    public static int? Whole(JsonElement json, int min, int max) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number) && number >= min && number <= max ? number : null;

    public static TimeOnly? Clock(JsonElement json) =>
        TimeOnly.TryParseExact(TextOf(json), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public static DateOnly? Date(JsonElement json) =>
        DateOnly.TryParseExact(TextOf(json), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static string? TextOf(JsonElement json) => json.ValueKind == JsonValueKind.String && JsonText.IsReadable(json) ? json.GetString() : null;
}
