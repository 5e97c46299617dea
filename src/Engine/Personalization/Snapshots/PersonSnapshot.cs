using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Engine.Delivery.Inbox;

namespace PersonalizationEngine.Engine.Personalization.Snapshots;

/// <summary>All a decision needs of a person, read together.</summary>
/// <param name="Recommender">Name of the recommender that proposed the candidates.</param>
/// <param name="Generation">
/// The person's generation before reading began; a later one makes the snapshot out of date. Null for one out of the cache that
/// all processes share: generations are numbers of one process.
/// </param>
/// <param name="ReadAt">When reading began.</param>
/// <param name="IsComplete">False when a source failed and its part is empty.</param>
public sealed record PersonSnapshot(PersonState State, string Recommender, long? Generation, DateTimeOffset ReadAt, bool IsComplete)
{
    /// <summary>The recommender that should have proposed the candidates failed, and another stood in for it.</summary>
    public bool HasStandIn { get; init; }

    /// <summary>What waits for the person on the website.</summary>
    public InboxGlance Inbox { get; init; } = InboxGlance.Empty;
}
