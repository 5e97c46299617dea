using System.Text.Json;
using System.Text.Json.Nodes;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>Reads a template as it is sent to the API; every fault comes with its JSON pointer.</summary>
public static class MessageTemplateDocument
{
    public const int MaxKey = 100, MaxName = 200, MaxTopic = 64, MaxDefaults = 100, MaxLanguages = 40, MaxData = 50;

    private const int MaxVariable = 100, MaxDefault = 1000, MaxDataText = 1000, MaxLanguage = 35;

    private static readonly string[] FromStore = ["id", "version", "created_at", "updated_at"];

    public static Parsed<MessageTemplateSource> Read(JsonElement json)
    {
        var reader = new DocumentReader(json);
        reader.RefuseUnknown("id", "key", "name", "topic", "defaults", "channels", "languages", "track_links", "version", "created_at", "updated_at");
        var key = Key(reader, "key", MaxKey, required: true);
        var name = reader.Text("name", MaxName, required: true);
        var topic = Key(reader, "topic", MaxTopic, required: false);
        var defaults = Defaults(reader);
        var channels = reader.Child("channels", required: true) is { } main ? Channels(main, isWhole: true) : [];
        var languages = Languages(reader);
        var tracks = TracksLinks(reader);
        return Parsed.From(reader, () => new MessageTemplateSource(key!, name!, topic, defaults, channels, languages, tracks, Kept(json)));
    }

    private static string? Key(DocumentReader reader, string name, int maxLength, bool required)
    {
        var key = reader.Text(name, maxLength, required);
        if (key is null || key.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '_' or '-')) return key;
        reader.Fault(name, $"must be 1 to {maxLength} characters: a-z, 0-9, _ and -");
        return null;
    }

    private static List<ChannelSource> Channels(DocumentReader channels, bool isWhole)
    {
        channels.RefuseUnknown([.. ChannelParts.Of.Keys]);
        var found = new List<ChannelSource>();
        foreach (var (channel, parts) in ChannelParts.Of)
        {
            if (channels.Child(channel) is not { } reader) continue;
            reader.RefuseUnknown([.. parts.Select(part => part.Name), .. ChannelParts.HasData(channel) ? new[] { ChannelParts.Data } : []]);
            var texts = parts
                .Select(part => (part.Name, Text: reader.Text(part.Name, part.MaxLength, part.IsRequired, allowEmpty: !part.IsRequired)))
                .Where(part => part.Text is not null)
                .ToDictionary(part => part.Name, part => part.Text!, StringComparer.Ordinal);
            found.Add(new ChannelSource(channel, channels.PointerTo(channel), texts, ChannelParts.HasData(channel) ? Data(reader) : new Dictionary<string, string>()));
        }

        if (isWhole && found.Count == 0 && channels.Faults.Count == 0) channels.Fault("email", "is required, or one of sms, push, website: a template says something on one channel at least");
        return found;
    }

    private static Dictionary<string, string> Data(DocumentReader channel)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal);
        if (channel.Child(ChannelParts.Data) is not { } reader) return data;
        foreach (var field in channel.Raw(ChannelParts.Data)!.Value.EnumerateObject())
        {
            if (data.Count == MaxData) channel.Fault(ChannelParts.Data, $"must have at most {MaxData} fields");
            if (data.Count == MaxData) break;
            if (reader.Text(field.Name, MaxDataText, required: true) is { } text) data[field.Name] = text;
        }

        return data;
    }

    private static Dictionary<string, IReadOnlyList<ChannelSource>> Languages(DocumentReader reader)
    {
        var languages = new Dictionary<string, IReadOnlyList<ChannelSource>>(StringComparer.Ordinal);
        if (reader.Child("languages") is not { } children) return languages;
        foreach (var field in reader.Raw("languages")!.Value.EnumerateObject())
        {
            var tag = field.Name.ToLowerInvariant();
            if (languages.Count == MaxLanguages || tag.Length is 0 or > MaxLanguage || !tag.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'))
            {
                children.Fault(field.Name, $"must be one of at most {MaxLanguages} BCP 47 tags, as in de or pt-BR");
                continue;
            }

            if (children.Child(field.Name, required: true) is { } channels) languages[tag] = Channels(channels, isWhole: false);
        }

        return languages;
    }

    private static Dictionary<string, AttributeValue> Defaults(DocumentReader reader)
    {
        var defaults = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        if (reader.Child("defaults") is not { } children) return defaults;
        foreach (var field in reader.Raw("defaults")!.Value.EnumerateObject())
        {
            var isVariable = field.Name.Length <= MaxVariable
                && (field.Name.StartsWith("person.", StringComparison.Ordinal) || field.Name.StartsWith("data.", StringComparison.Ordinal))
                && field.Name.Split('.').All(part => part.Length > 0);
            if (!isVariable || defaults.Count == MaxDefaults)
                children.Fault(field.Name, $"must be one of at most {MaxDefaults} names that begin with person. or data.");
            else if (field.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null || field.Value.GetRawText().Length > MaxDefault)
                children.Fault(field.Name, $"must be a text, a number, true or false of at most {MaxDefault} characters");
            else defaults[field.Name] = AttributeJson.Read(field.Value);
        }

        return defaults;
    }

    private static Dictionary<string, bool> TracksLinks(DocumentReader reader)
    {
        var tracks = new Dictionary<string, bool>(StringComparer.Ordinal);
        if (reader.Child("track_links") is not { } children) return tracks;
        children.RefuseUnknown([.. ChannelParts.Of.Keys]);
        foreach (var channel in ChannelParts.Of.Keys)
            if (children.Flag(channel) is { } flag) tracks[channel] = flag;
        return tracks;
    }

    private static JsonElement Kept(JsonElement sent)
    {
        var kept = JsonObject.Create(sent)!;
        foreach (var name in FromStore) kept.Remove(name);
        return JsonElement.Parse(kept.ToJsonString());
    }
}
