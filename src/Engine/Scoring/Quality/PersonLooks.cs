using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <summary>Every look at one person, the earliest first; at least one.</summary>
public sealed record PersonLooks(LeadOutcome Person, IReadOnlyList<PersonLook> Looks)
{
    /// <summary>In time order, from before the first look on; empty where nobody asked for them.</summary>
    public IReadOnlyList<Activity> Activities { get; init; } = [];
}
