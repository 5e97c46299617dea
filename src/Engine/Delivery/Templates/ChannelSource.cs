namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>What is said on one channel, in Liquid.</summary>
/// <param name="Pointer">Where it stands in the document.</param>
/// <param name="Parts">By the names of <see cref="ChannelParts"/>.</param>
/// <param name="Data">What an app or a website is told besides; of push and website only.</param>
public sealed record ChannelSource(
    string Channel, string Pointer, IReadOnlyDictionary<string, string> Parts, IReadOnlyDictionary<string, string> Data);
