using PersonalizationEngine.Core.Scoring.Models.Evaluation;

namespace PersonalizationEngine.Engine.Scoring.Models.Crossings;

/// <summary>Where somebody stands now, and what they crossed on the way.</summary>
/// <param name="Standing">With the revision that was seen, 0 for none; the store raises it.</param>
/// <param name="DueAt">When to look again though nothing happens; null for never.</param>
public sealed record LookedAtLead(
    string PersonId, LeadStanding Standing, ModelScore Score, DateTimeOffset? DueAt, IReadOnlyList<NotedCrossing> Crossings);
