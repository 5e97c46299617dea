using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Engine.Scoring;

/// <param name="PersonId">The person the asked id leads to; the asked id itself when nobody is known by it.</param>
public sealed record RecalculatedScore(string PersonId, bool Known, LeadScore Score)
{
    /// <summary>What may be done with the person's data.</summary>
    public Permissions Permissions { get; init; } = Permissions.All;
}
