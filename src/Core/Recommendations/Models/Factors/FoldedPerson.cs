using System.Runtime.InteropServices;

namespace PersonalizationEngine.Core.Recommendations.Models.Factors;

/// <summary>The equations of the last profile a thread asked for. Not thread-safe.</summary>
internal sealed class FoldedPerson(int width)
{
    private readonly List<WeightedItem> _profile = [];

    public FactorSolver Solver { get; } = new(width);

    /// <summary>Whether the profile said anything.</summary>
    public bool IsSolvable { get; set; }

    /// <summary>Whether the equations are those of a profile; from now on they count as such.</summary>
    public bool IsFor(ReadOnlySpan<WeightedItem> profile)
    {
        if (CollectionsMarshal.AsSpan(_profile).SequenceEqual(profile)) return true;
        _profile.Clear();
        _profile.AddRange(profile);
        return false;
    }
}
