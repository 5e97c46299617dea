using System.Runtime.InteropServices;

namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>Finds the people most like a profile. Reusable, not thread-safe.</summary>
internal sealed class NeighbourSearch
{
    private readonly ScoreBuffer _products = new();
    private readonly ScoreBuffer _own = new();
    private readonly List<Ranked> _neighbours = [];
    private readonly TopSelector _selector = new(Comparer<int>.Default);

    /// <summary>The length of the profile that was searched for last.</summary>
    public float ProfileLength { get; private set; }

    /// <returns>People with their cosines, best first; void after the next search.</returns>
    public ReadOnlySpan<Ranked> Find(
        ReadOnlySpan<WeightedItem> profile, SparseRows people, SparseRows audiences, float[] lengths, UserKnnSettings settings)
    {
        AddProducts(profile, people.Count, audiences);
        _selector.Begin(settings.Neighbours + 1);
        foreach (var person in _products.Touched)
            _selector.Offer(person, _products[person] / ((ProfileLength * lengths[person]) + (float)settings.Shrinkage));

        var found = _selector.Drain();
        for (var index = 0; index < found.Length; index++)
            if (IsTheProfile(profile.Length, people.Columns(found[index].Index))) return Without(index, found);
        return found[..Math.Min(found.Length, settings.Neighbours)];
    }

    private bool IsTheProfile(int length, ReadOnlySpan<int> items)
    {
        if (items.Length != length) return false;
        foreach (var item in items)
            if (_own[item] == 0) return false;
        return true;
    }

    private Span<Ranked> Without(int place, ReadOnlySpan<Ranked> found)
    {
        _neighbours.Clear();
        _neighbours.AddRange(found[..place]);
        _neighbours.AddRange(found[(place + 1)..]);
        return CollectionsMarshal.AsSpan(_neighbours);
    }

    private void AddProducts(ReadOnlySpan<WeightedItem> profile, int personCount, SparseRows audiences)
    {
        _products.Reset(personCount);
        _own.Reset(audiences.Count);
        var squares = 0f;
        foreach (var (item, weight) in profile)
        {
            squares += weight * weight;
            _products.AddScaled(audiences.Columns(item), audiences.Values(item), weight);
            if (item < audiences.Count) _own.Add(item, weight);
        }

        ProfileLength = MathF.Sqrt(squares);
    }
}
