namespace PersonalizationEngine.Core.Experiments.Allocation;

/// <summary>
/// Lets in who lies in one of the ranges of another line of buckets. Experiments that share the seed and have no range in
/// common exclude one another.
/// </summary>
/// <param name="Seed">Salt of the line, shared by the experiments that exclude one another.</param>
/// <param name="Attribute">What is hashed; default the person's id.</param>
/// <param name="HashVersion">Of <see cref="Bucketing"/>.</param>
public sealed record BucketFilter(string Seed, IReadOnlyList<BucketRange> Ranges, string Attribute, int HashVersion)
{
    private readonly BucketSeed _line = new(Seed, HashVersion);
    private readonly BucketRange[] _ranges = [.. Ranges];

    /// <summary>Nobody without the attribute is let in.</summary>
    internal bool LetsIn(in Applicant applicant)
    {
        var value = applicant.Value(Attribute);
        return value is not null && BucketRanges.Choose(_line.BucketOf(value), _ranges) >= 0;
    }

    public bool Equals(BucketFilter? other) =>
        other is not null && (Seed, Attribute, HashVersion) == (other.Seed, other.Attribute, other.HashVersion) && Ranges.SequenceEqual(other.Ranges);

    public override int GetHashCode() => HashCode.Combine(Seed, Attribute, HashVersion, Ranges.Count);
}
