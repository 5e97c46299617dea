using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Delivery.Preferences;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Section <c>delivery.topics</c>: a list, in the order people are shown them.</summary>
internal static class TopicSettings
{
    private const string Section = "delivery:topics";

    private const int LongestKey = 64, LongestName = 100, LongestDescription = 500;

    public static Topics Read(SettingsReader reader)
    {
        reader.Describe("delivery:topics", "none", "", "a list of topics: key, name, description, on, critical, channels");
        var topics = reader.Children(Section).Select(place => ReadTopic(reader, $"{Section}:{place}")).ToList();
        foreach (var twice in topics.GroupBy(topic => topic.Key, StringComparer.Ordinal).Where(same => same.Count() > 1))
            reader.Fault(Section, $"must have each key once; {twice.Key} is there {twice.Count()} times");
        return new Topics([.. topics.DistinctBy(topic => topic.Key, StringComparer.Ordinal)]);
    }

    private static Topic ReadTopic(SettingsReader reader, string key)
    {
        var name = reader.Text($"{key}:key") ?? "";
        if (name.Length is 0 or > LongestKey || !name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '_' or '-'))
            reader.Fault($"{key}:key", $"must be 1 to {LongestKey} characters: a-z, 0-9, _ and -");
        var title = Text(reader, $"{key}:name", LongestName) ?? name;
        var channels = reader.Texts($"{key}:channels") ?? Channels.All;
        if (channels.Any(channel => !Channels.All.Contains(channel, StringComparer.Ordinal))) reader.Fault($"{key}:channels", $"must be a list of {string.Join(", ", Channels.All)}");
        return new Topic(name, title, Text(reader, $"{key}:description", LongestDescription), Flag(reader, $"{key}:on", true), channels, Flag(reader, $"{key}:critical", false));
    }

    private static string? Text(SettingsReader reader, string key, int longest)
    {
        var text = reader.Text(key);
        if (text is { Length: var length } && length > longest) reader.Fault(key, $"must have at most {longest} characters");
        return text;
    }

    /// <summary>One of many alike, so that it is not told of by itself.</summary>
    private static bool Flag(SettingsReader reader, string key, bool fallback)
    {
        if (reader.Text(key) is not { } text) return fallback;
        if (bool.TryParse(text, out var value)) return value;
        reader.Fault(key, $"must be true or false, not \"{text}\"");
        return fallback;
    }
}
