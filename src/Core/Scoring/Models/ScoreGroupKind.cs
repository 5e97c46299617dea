namespace PersonalizationEngine.Core.Scoring.Models;

/// <summary>What the rules of a group look at.</summary>
public enum ScoreGroupKind
{
    /// <summary>Who somebody is: the profile.</summary>
    Fit,

    /// <summary>What they did.</summary>
    Engagement,
}
