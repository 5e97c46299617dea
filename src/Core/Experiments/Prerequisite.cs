namespace PersonalizationEngine.Core.Experiments;

/// <summary>Another experiment that a person must be in.</summary>
/// <param name="Experiment">Its key.</param>
/// <param name="Variants">One of which they must get; any when empty.</param>
public sealed record Prerequisite(string Experiment, IReadOnlyList<string> Variants)
{
    public bool IsMetBy(Assignment? parent) =>
        parent is { IsServed: true } && (Variants.Count == 0 || Variants.Contains(parent.Variant.Key, StringComparer.Ordinal));

    public bool Equals(Prerequisite? other) => other is not null && Experiment == other.Experiment && Variants.SequenceEqual(other.Variants);

    public override int GetHashCode() => HashCode.Combine(Experiment, Variants.Count);
}
