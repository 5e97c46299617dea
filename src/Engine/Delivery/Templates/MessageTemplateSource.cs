using System.Text.Json;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>A template as marketers write it.</summary>
/// <param name="Key">Unique among templates; what campaigns and rules name.</param>
/// <param name="Topic">What it is about; null for nothing people choose about.</param>
/// <param name="Defaults">By the full names of variables, as in <c>person.name</c>: what stands for one that is unknown.</param>
/// <param name="Channels">In the language of those who have no other.</param>
/// <param name="Languages">By BCP 47 tags in lower case, as in <c>de</c> and <c>pt-br</c>.</param>
/// <param name="TracksLinks">By channel; a channel that is absent has the setting's say.</param>
/// <param name="Json">The whole as it was sent, without what the store knows of it.</param>
public sealed record MessageTemplateSource(
    string Key,
    string Name,
    string? Topic,
    IReadOnlyDictionary<string, AttributeValue> Defaults,
    IReadOnlyList<ChannelSource> Channels,
    IReadOnlyDictionary<string, IReadOnlyList<ChannelSource>> Languages,
    IReadOnlyDictionary<string, bool> TracksLinks,
    JsonElement Json);
