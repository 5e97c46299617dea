using System.Text.Json;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Delivery.Templates;
using PersonalizationEngine.Functions.OpenApi;

namespace PersonalizationEngine.Functions.Admin.Templates;

/// <summary>A template as it is shown; sending it back changes nothing.</summary>
internal sealed record MessageTemplateAnswer(
    long Id, string Key, string Name, string? Topic,
    [property: DescribedAs("TemplateDefaults")] JsonElement? Defaults,
    [property: DescribedAs("TemplateChannels")] JsonElement? Channels,
    [property: DescribedAs("TemplateLanguages")] JsonElement? Languages,
    [property: DescribedAs("TemplateTracking")] JsonElement? TrackLinks,
    int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static MessageTemplateAnswer Of(Stored<MessageTemplateSource> stored)
    {
        var template = stored.Value;
        return new MessageTemplateAnswer(
            stored.Id, template.Key, template.Name, template.Topic, Part("defaults"), Part("channels"), Part("languages"), Part("track_links"),
            stored.Version, stored.CreatedAt, stored.UpdatedAt);

        JsonElement? Part(string name) => template.Json.TryGetProperty(name, out var part) ? part : null;
    }
}
