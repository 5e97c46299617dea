namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>What an item says of those that came near it in a session.</summary>
public sealed record SessionRuleSettings
{
    /// <summary>Pairs further apart in a session do not count; from 1. Default 20.</summary>
    public int Window { get; init; } = 20;

    /// <summary>A pair at distance d, from 1, weighs d to the power -this. Default 1; 0 makes all alike.</summary>
    public double Fading { get; init; } = 1;

    /// <summary>What the way back from the later item to the earlier one weighs, from 0. Default 0: none.</summary>
    public double Backward { get; init; }

    /// <summary>How many rules, the strongest, each item keeps; from 1. Default 500.</summary>
    public int MostPerItem { get; init; } = 500;

    /// <summary>Plain counts of shared sessions, both ways alike.</summary>
    public static SessionRuleSettings CoOccurrence { get; } = new() { Fading = 0, Backward = 1 };

    /// <summary>Sequential rules: 1 / distance, ahead only.</summary>
    public static SessionRuleSettings Sequential { get; } = new();
}
