namespace PersonalizationEngine.Core.Recommendations.Live;

/// <summary>Highest count first, ties by ordinal item id.</summary>
internal sealed class ByCountThenId(IdTable items) : IComparer<RankedCount>
{
    public int Compare(RankedCount x, RankedCount y)
    {
        if (x.Item == y.Item && x.Log2.Equals(y.Log2)) return 0;
        var byCount = y.Log2.CompareTo(x.Log2);
        return byCount != 0 ? byCount : string.CompareOrdinal(items[x.Item], items[y.Item]);
    }
}
