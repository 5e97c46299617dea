namespace PersonalizationEngine.Core.Delivery;

/// <summary>A channel in its place.</summary>
internal readonly record struct RankedChannel(string Channel, ChannelPlace Place, double ExpectedResponse);
