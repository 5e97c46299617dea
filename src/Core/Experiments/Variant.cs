namespace PersonalizationEngine.Core.Experiments;

/// <summary>One of the things an experiment tries.</summary>
/// <param name="Key">Unique in the experiment; what rules and answers name.</param>
/// <param name="Weight">Share of the people in the experiment, 0 to 1; the weights of all variants sum to 1.</param>
public sealed record Variant(string Key, string? Name, double Weight)
{
    /// <summary>Whose list the people of the variant get, one of <see cref="TestedRecommenders.All"/>; null leaves it as it is.</summary>
    public string? Recommender { get; init; }
}
