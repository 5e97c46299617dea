using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Scoring.Models;

/// <summary>A message that a crossing asks for.</summary>
/// <param name="Segment">Whose threshold is crossed.</param>
/// <param name="IsUp">On entering the segment; else on leaving it.</param>
/// <param name="Channel">One of <see cref="Channels"/>.</param>
/// <param name="Template">1 to 200 characters; the name of the hook for <see cref="Webhook"/>.</param>
public sealed record CrossingAction(LeadSegment Segment, bool IsUp, string Channel, string Template)
{
    /// <summary>To another system, not to the person; needs nobody's consent.</summary>
    public const string Webhook = "webhook";

    public static IReadOnlyList<string> AcceptedChannels { get; } = [Webhook, .. Channels.Addressed];
}
