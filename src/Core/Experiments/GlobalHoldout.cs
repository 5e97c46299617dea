using PersonalizationEngine.Core.Experiments.Allocation;

namespace PersonalizationEngine.Core.Experiments;

/// <summary>
/// The people who get the control of every experiment and count in none, so that the sum of all experiments can be measured.
/// Who belongs to it is a matter of the id alone.
/// </summary>
/// <param name="Share">Of all people, 0 (nobody) to 0.5, in steps of 0.0001.</param>
/// <param name="Seed">With another one the group is made of other people.</param>
public sealed record GlobalHoldout(double Share, string Seed)
{
    public const double HighestShare = 0.5;
    public const string DefaultSeed = "holdout-1";

    private readonly BucketSeed _line = new(Seed, 2);

    public static GlobalHoldout None { get; } = new(0, DefaultSeed);

    public bool Contains(string personId) => Share > 0 && _line.BucketOf(personId) < Share;
}
