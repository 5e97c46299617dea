using System.Globalization;
using PersonalizationEngine.Core.Delivery.Digests;
using PersonalizationEngine.Engine.Delivery.Digests;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>List <c>delivery.digests</c>.</summary>
internal static class DigestSettings
{
    private const string Key = "delivery:digests";

    private const int MostMinutes = 43_200, LongestTopic = 64, LongestTemplate = 100;

    public static TopicDigests Read(SettingsReader reader)
    {
        reader.Describe(Key, "none", "", "a list; each entry has topic, template and either minutes (1 to 43200) or at, times of the person's day as \"08:00\", with weekdays if not all");
        var digests = reader.Children(Key).Select(entry => ReadOne(reader, $"{Key}:{entry}")).ToList();
        foreach (var twice in digests.GroupBy(digest => digest.Topic, StringComparer.Ordinal).Where(same => same.Count() > 1))
            reader.Fault(Key, $"must have each topic once; {twice.Key} is there {twice.Count()} times");
        return new TopicDigests(digests.DistinctBy(digest => digest.Topic, StringComparer.Ordinal));
    }

    private static TopicDigest ReadOne(SettingsReader reader, string key) =>
        new(Name(reader, $"{key}:topic", LongestTopic), Name(reader, $"{key}:template", LongestTemplate), ReadRule(reader, key));

    private static DigestRule ReadRule(SettingsReader reader, string key)
    {
        var minutes = reader.Text($"{key}:minutes");
        var at = reader.Texts($"{key}:at");
        var days = (reader.Texts($"{key}:weekdays") ?? []).Select(Weekdays.Read).ToList();
        if (days.Contains(null)) reader.Fault($"{key}:weekdays", $"must be {Weekdays.Accepted}");
        if ((minutes is null) == (at is null)) reader.Fault(key, "must have either minutes or at");
        if (at is { Count: > 0 })
            return DigestRule.At(new DigestSchedule([.. at.Select(text => ReadTime(reader, $"{key}:at", text))], days.Count == 0 ? null : [.. days.OfType<DayOfWeek>()]));
        if (int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length is >= 1 and <= MostMinutes) return DigestRule.For(TimeSpan.FromMinutes(length));
        if (minutes is not null) reader.Fault($"{key}:minutes", $"must be a whole number from 1 to {MostMinutes}");
        return DigestRule.For(TimeSpan.FromHours(1));
    }

    private static TimeOnly ReadTime(SettingsReader reader, string key, string text)
    {
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        reader.Fault(key, "must be times of the day as \"08:00\"");
        return default;
    }

    private static string Name(SettingsReader reader, string key, int longest)
    {
        var name = reader.Text(key) ?? "";
        if (name.Length is 0 || name.Length > longest || !name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '_' or '-'))
            reader.Fault(key, $"must be 1 to {longest} characters: a-z, 0-9, _ and -");
        return name;
    }
}
