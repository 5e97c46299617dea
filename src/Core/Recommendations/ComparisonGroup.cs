using PersonalizationEngine.Core.Experiments.Allocation;

namespace PersonalizationEngine.Core.Recommendations;

/// <summary>
/// The people who get the popular list where others get a personal one, so that it shows whether personal lists are worth
/// having. Who belongs to it is a matter of the id alone: it is the same at any time and in every process.
/// </summary>
/// <param name="Share">Of all people, 0 (nobody, and nothing is compared) to 0.5, in steps of 0.0001.</param>
/// <param name="Seed">With another one the group is made of other people.</param>
public sealed record ComparisonGroup(double Share, string Seed)
{
    public const double DefaultShare = 0.05, HighestShare = 0.5;

    /// <summary>The three people of the tour in the README are outside of this one's group, even of the largest.</summary>
    public const string DefaultSeed = "comparison-1";

    public static ComparisonGroup None { get; } = new(0, DefaultSeed);

    public bool IsOn => Share > 0;

    public bool Contains(string personId) => IsOn && Bucketing.Hash(Seed, personId, version: 2) < Share;
}
