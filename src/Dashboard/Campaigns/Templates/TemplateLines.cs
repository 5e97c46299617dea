using System.Text.Json;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Dashboard.Rules.Showing;
using PersonalizationEngine.Dashboard.Versions;
using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Dashboard.Campaigns.Templates;

/// <summary>A version of a template, line by line, to be read and to be compared with another.</summary>
internal static class TemplateLines
{
    /// <param name="document">Null for none yet. What the engine cannot read any more is shown as JSON.</param>
    public static IReadOnlyList<ShownLine> Of(JsonElement? document) => DocumentLines.Of(document, MessageTemplateDocument.Read, Of);

    public static IReadOnlyList<ShownLine> Of(MessageTemplateSource template) =>
    [
        new(0, $"Name: {template.Name}"), new(0, $"Key: {template.Key}"), new(0, $"Topic: {template.Topic ?? "–"}"),
        .. template.Channels.SelectMany(channel => Of(channel, 0)),
        .. template.Languages.SelectMany(language => language.Value.SelectMany(channel => Of(channel, 1)).Prepend(new ShownLine(0, $"In the language {language.Key}:"))),
        .. template.Defaults.Select(one => new ShownLine(0, $"Where {one.Key} is unknown: {Shown(one.Value)}")),
        .. template.TracksLinks.Select(one => new ShownLine(0, $"{TemplateLabels.Channel(one.Key)}, links: {(one.Value ? "counted" : "not counted")}")),
    ];

    private static IEnumerable<ShownLine> Of(ChannelSource channel, int depth) =>
    [
        .. ChannelParts.Of[channel.Channel].Where(part => channel.Parts.ContainsKey(part.Name))
            .SelectMany(part => Of($"{TemplateLabels.Channel(channel.Channel)}, {TemplateLabels.PartWithin(channel.Channel, part.Name)}", channel.Parts[part.Name], depth)),
        .. channel.Data.SelectMany(field => Of($"{TemplateLabels.Channel(channel.Channel)}, field {field.Key}", field.Value, depth)),
    ];

    private static IEnumerable<ShownLine> Of(string name, string text, int depth) => text.AsSpan().IndexOfAny('\n', '\r') < 0
        ? [new ShownLine(depth, $"{name}: {text}")]
        : text.ReplaceLineEndings("\n").Split('\n').Select(line => new ShownLine(depth + 1, line)).Prepend(new ShownLine(depth, $"{name}:"));

    private static string Shown(AttributeValue value) => value.Kind == AttributeKind.Text ? $"“{value.Text}”" : AttributeJson.ToJson(value);
}
