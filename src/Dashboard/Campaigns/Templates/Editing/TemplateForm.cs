using System.Text.Json;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;
using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Dashboard.Campaigns.Templates.Editing;

/// <summary>A template as somebody types it.</summary>
/// <param name="Channels">In the language of those who have no other.</param>
/// <param name="Tracks">By channel whether links are counted: <c>yes</c>, <c>no</c>, or empty for what the setting says.</param>
public sealed record TemplateForm(
    string Key, string Name, string Topic, IReadOnlyList<ChannelForm> Channels, IReadOnlyList<LanguageForm> Languages, IReadOnlyList<DefaultForm> Defaults,
    IReadOnlyDictionary<string, string> Tracks)
{
    public static TemplateForm New { get; } =
        new("", "", "", ChannelForm.All([]), [], [new DefaultForm("", "", false)], new Dictionary<string, string>());

    /// <summary>Why it is changed, for the history.</summary>
    public string Reason { get; init; } = "";

    public static TemplateForm Of(MessageTemplateSource template) => new(
        template.Key, template.Name, template.Topic ?? "", ChannelForm.All(template.Channels),
        [.. template.Languages.Select(language => new LanguageForm(language.Key, ChannelForm.All(language.Value)))],
        template.Json.TryGetProperty("defaults", out var defaults) && defaults.ValueKind == JsonValueKind.Object ? [.. defaults.EnumerateObject().Select(Default)] : [],
        template.TracksLinks.ToDictionary(one => one.Key, one => one.Value ? "yes" : "no", StringComparer.Ordinal));

    private static DefaultForm Default(JsonProperty field)
    {
        if (OutlineValue.Read([field.Value]) is { } line) return new DefaultForm(field.Name, line.Values[0], line.AsText);
        return new DefaultForm(field.Name, field.Value.GetString() ?? "", true);
    }
}
