using System.Globalization;
using PersonalizationEngine.Core.Delivery.QuietHours;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>List <c>delivery.quiet_hours</c>.</summary>
internal static class QuietHoursSettings
{
    private const string Key = "delivery:quiet_hours", Accepted = "a list; each entry has start and end as 22:00, and weekdays if not all";

    public static IReadOnlyList<QuietWindow> Read(SettingsReader reader)
    {
        reader.Describe(Key, "none", "", Accepted);
        return [.. reader.Children(Key).Select(entry => ReadOne(reader, $"{Key}:{entry}"))];
    }

    private static QuietWindow ReadOne(SettingsReader reader, string key)
    {
        var days = (reader.Texts($"{key}:weekdays") ?? []).Select(Weekdays.Read).ToList();
        if (days.Contains(null)) reader.Fault($"{key}:weekdays", $"must be {Weekdays.Accepted}");
        return new QuietWindow(ReadTime(reader, $"{key}:start"), ReadTime(reader, $"{key}:end"), days.Count == 0 ? null : [.. days.OfType<DayOfWeek>()]);
    }

    private static TimeOnly ReadTime(SettingsReader reader, string key)
    {
        // A time without quotes is a number to YAML 1.1: 22:00 is 1320 minutes there.
        var text = reader.Text(key);
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        reader.Fault(key, "must be a time of the day as \"22:00\"");
        return default;
    }
}
