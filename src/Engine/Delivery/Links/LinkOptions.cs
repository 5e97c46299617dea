using System.Collections.Frozen;

namespace PersonalizationEngine.Engine.Delivery.Links;

/// <param name="PublicUrl">Under which people reach the engine, without a slash at its end; null when they do not.</param>
/// <param name="Tracked">Channels whose links are tracked unless a template says otherwise.</param>
/// <param name="TracksOpens">Whether an email holds a picture by which its opening is seen.</param>
public sealed record LinkOptions(string? PublicUrl, FrozenSet<string> Tracked, bool TracksOpens)
{
    public static LinkOptions None { get; } = new(null, FrozenSet.Create<string>(), false);
}
