using PersonalizationEngine.Core.Delivery.Caps;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>List <c>delivery.frequency_caps</c>.</summary>
internal static class FrequencyCapSettings
{
    private const string Key = "delivery:frequency_caps";

    private const string Accepted =
        "a list; each entry has name, limit (0 to 1000) and per (day, week or month of the person's calendar) or hours (1 to 8784); channels, topics and reserves if need be";

    public static IReadOnlyList<FrequencyCap> Read(SettingsReader reader)
    {
        reader.Describe(Key, "none", "", Accepted);
        return [.. reader.Children(Key).Select((entry, index) => ReadOne(reader, $"{Key}:{entry}", index))];
    }

    private static FrequencyCap ReadOne(SettingsReader reader, string key, int index)
    {
        var channels = reader.Texts($"{key}:channels");
        if (channels?.All(channel => Channels.All.Contains(channel)) == false) reader.Fault($"{key}:channels", $"must hold none but {string.Join(", ", Channels.All)}");
        return new FrequencyCap(reader.Text($"{key}:name") ?? $"cap-{index + 1}", Required(reader, $"{key}:limit", 0, 1000), ReadWindow(reader, key))
        {
            Channels = channels,
            Topics = reader.Texts($"{key}:topics"),
            Reserves = [.. reader.Children($"{key}:reserves").Select(entry => ReadReserve(reader, $"{key}:reserves:{entry}"))],
        };
    }

    private static CapReserve ReadReserve(SettingsReader reader, string key) =>
        new(Required(reader, $"{key}:last", 1, 1000), Required(reader, $"{key}:min_priority", 0, 100));

    private static CapWindow ReadWindow(SettingsReader reader, string key)
    {
        switch (reader.Text($"{key}:per"))
        {
            case "day": return CapWindow.CalendarDay;
            case "week": return CapWindow.CalendarWeek;
            case "month": return CapWindow.CalendarMonth;
            case null: return CapWindow.Rolling(TimeSpan.FromHours(Math.Max(1, Required(reader, $"{key}:hours", 1, 8784))));
            default:
                reader.Fault($"{key}:per", "must be day, week or month");
                return CapWindow.CalendarDay;
        }
    }

    /// <summary>A number that has no default: a list's entry without it says nothing.</summary>
    private static int Required(SettingsReader reader, string key, int min, int max)
    {
        if (int.TryParse(reader.Text(key), out var value) && value >= min && value <= max) return value;
        reader.Fault(key, $"must be a whole number from {min} to {max}");
        return min;
    }
}
