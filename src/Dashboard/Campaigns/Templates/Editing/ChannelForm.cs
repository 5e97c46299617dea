using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Dashboard.Campaigns.Templates.Editing;

/// <summary>What is typed for one channel. A channel of which nothing is typed says nothing.</summary>
/// <param name="Parts">By the names of <see cref="ChannelParts"/>; a part that is absent is empty.</param>
/// <param name="Data">What an app or a page is told besides.</param>
public sealed record ChannelForm(string Channel, IReadOnlyDictionary<string, string> Parts, IReadOnlyList<(string Name, string Value)> Data)
{
    public bool IsEmpty => Parts.Values.All(text => text.Length == 0) && Data.All(row => row.Name.Length == 0 && row.Value.Length == 0);

    public string this[string part] => Parts.GetValueOrDefault(part, "");

    /// <summary>All channels, in their order.</summary>
    /// <param name="present">Those that say something.</param>
    public static IReadOnlyList<ChannelForm> All(IReadOnlyList<ChannelSource> present) =>
    [
        .. ChannelParts.Of.Keys.Select(channel => present.FirstOrDefault(one => one.Channel == channel) is { } source
            ? new ChannelForm(channel, source.Parts, [.. source.Data.Select(field => (field.Key, field.Value))])
            : new ChannelForm(channel, new Dictionary<string, string>(), [])),
    ];
}
