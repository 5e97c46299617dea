namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>
/// How much each candidate is like what is on the list: the highest cosine of its categories and tags with those of any item
/// before. Compares each pair once, when it is asked for.
/// </summary>
internal sealed class Likeness
{
    private readonly List<(float Highest, int Compared)> _candidates = [];
    private readonly List<CatalogueEntry?> _listed = [];
    private Catalogue _catalogue = Catalogue.Empty;

    public void Begin(Catalogue catalogue)
    {
        _catalogue = catalogue;
        _candidates.Clear();
        _listed.Clear();
    }

    public void List(int item) => _listed.Add(_catalogue.Find(item));

    /// <param name="rank">The candidate's place in the ranking, from 0.</param>
    /// <returns>0, nothing in common, to 1.</returns>
    public float Of(int rank, int item)
    {
        while (rank >= _candidates.Count) _candidates.Add((0, 0));
        var (highest, compared) = _candidates[rank];
        if (compared == _listed.Count) return highest;
        if (_catalogue.Find(item) is { Features.Length: > 0 } entry)
        {
            for (var place = compared; place < _listed.Count; place++)
                if (_listed[place] is { } listed) highest = Math.Max(highest, Cosine(entry.Features, listed.Features));
        }

        _candidates[rank] = (highest, _listed.Count);
        return highest;
    }

    private static float Cosine(int[] one, int[] other)
    {
        var shared = 0;
        foreach (var feature in one)
            if (other.AsSpan().Contains(feature)) shared++;
        return shared == 0 ? 0 : shared / MathF.Sqrt(one.Length * (float)other.Length);
    }
}
