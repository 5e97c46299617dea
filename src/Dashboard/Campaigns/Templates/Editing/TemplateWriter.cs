using System.Text.Json;
using System.Text.Json.Nodes;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Dashboard.Campaigns.Templates.Editing;

/// <summary>Writes the form of a template as its document, and finds the field that a fault of the document is about.</summary>
public sealed class TemplateWriter
{
    private readonly List<(string Field, string Message)> _faults = [];
    private readonly List<(string Pointer, string Field)> _fields = [($"/{SentDocument.ReasonField}", "reason"), ("/channels", "email.subject")];

    private TemplateWriter(TemplateForm form)
    {
        var document = new JsonObject();
        Put(document, "", "key", form.Key, "key");
        Put(document, "", "name", form.Name, "name");
        Put(document, "", "topic", form.Topic, "topic");
        Put(document, "", SentDocument.ReasonField, form.Reason, "reason");
        document["channels"] = Channels(form.Channels, "/channels", TemplateFields.Main);
        if (Languages(form.Languages) is { Count: > 0 } languages) document["languages"] = languages;
        if (Defaults(form.Defaults) is { Count: > 0 } defaults) document["defaults"] = defaults;
        var tracks = form.Tracks.Where(one => one.Value is "yes" or "no").Select(one => KeyValuePair.Create(one.Key, (JsonNode?)(one.Value == "yes"))).ToList();
        if (tracks.Count > 0) document["track_links"] = new JsonObject(tracks);
        Document = JsonElement.Parse(document.ToJsonString());
    }

    public JsonElement Document { get; }

    /// <summary>What cannot be written, by field.</summary>
    public IReadOnlyList<(string Field, string Message)> Faults => _faults;

    public static TemplateWriter Write(TemplateForm form) => new(form);

    /// <summary>The field of a fault; empty for one of the whole.</summary>
    public string FieldOf(DocumentFault fault) =>
        _fields.Where(known => fault.Pointer == known.Pointer || fault.Pointer.StartsWith($"{known.Pointer}/", StringComparison.Ordinal))
            .OrderByDescending(known => known.Pointer.Length).Select(known => known.Field).FirstOrDefault("");

    private void Put(JsonObject into, string pointer, string name, string text, string field)
    {
        _fields.Add((JsonPointer.Append(pointer, name), field));
        if (text.Length > 0) into[name] = text;
    }

    private JsonObject Channels(IReadOnlyList<ChannelForm> channels, string pointer, string begin)
    {
        var written = new JsonObject();
        foreach (var channel in channels)
        {
            var at = JsonPointer.Append(pointer, channel.Channel);
            _fields.Add((at, TemplateFields.Part(begin, channel.Channel, ChannelParts.Of[channel.Channel][0].Name)));
            if (channel.IsEmpty) continue;
            var parts = new JsonObject();
            foreach (var part in ChannelParts.Of[channel.Channel]) Put(parts, at, part.Name, channel[part.Name], TemplateFields.Part(begin, channel.Channel, part.Name));
            if (Data(channel, JsonPointer.Append(at, ChannelParts.Data), begin) is { Count: > 0 } data) parts[ChannelParts.Data] = data;
            written[channel.Channel] = parts;
        }

        return written;
    }

    private JsonObject Data(ChannelForm channel, string pointer, string begin)
    {
        var data = new JsonObject();
        for (var place = 0; place < channel.Data.Count; place++)
        {
            var (name, value) = channel.Data[place];
            var field = TemplateFields.Data(begin, channel.Channel, place);
            if (place == 0) _fields.Add((pointer, $"{field}.name"));
            if ((name.Length == 0 && value.Length == 0) || IsTwice(data, name, $"{field}.name")) continue;
            _fields.Add((JsonPointer.Append(pointer, name), name.Length == 0 ? $"{field}.name" : $"{field}.value"));
            data[name] = value;
            if (name.Length == 0) _faults.Add(($"{field}.name", "is required"));
        }

        return data;
    }

    private JsonObject Languages(IReadOnlyList<LanguageForm> languages)
    {
        var written = new JsonObject();
        for (var place = 0; place < languages.Count; place++)
        {
            var (tag, channels) = languages[place];
            var field = TemplateFields.Tag(place);
            if (tag.Length == 0 && channels.All(channel => channel.IsEmpty)) continue;
            if (tag.Length == 0) _faults.Add((field, "is required: as in de or pt-BR"));
            if (tag.Length == 0 || IsTwice(written, tag.ToLowerInvariant(), field)) continue;
            var pointer = JsonPointer.Append("/languages", tag.ToLowerInvariant());
            _fields.Add((pointer, field));
            written[tag.ToLowerInvariant()] = Channels(channels, pointer, TemplateFields.Language(place));
        }

        return written;
    }

    private JsonObject Defaults(IReadOnlyList<DefaultForm> rows)
    {
        var written = new JsonObject();
        for (var place = 0; place < rows.Count; place++)
        {
            var (name, value, asText) = rows[place];
            var field = TemplateFields.Default(place);
            if ((name.Length == 0 && value.Length == 0) || IsTwice(written, name, $"{field}.name")) continue;
            _fields.Add((JsonPointer.Append("/defaults", name), $"{field}.name"));
            written[name] = JsonNode.Parse(OutlineValue.ToJson(value, asText));
        }

        return written;
    }

    private bool IsTwice(JsonObject written, string name, string field)
    {
        if (!written.ContainsKey(name)) return false;
        _faults.Add((field, "is there twice"));
        return true;
    }
}
