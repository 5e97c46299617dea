using PersonalizationEngine.Core.Recommendations.Live;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>Items by ordinal id, which settles ties.</summary>
internal sealed class ByItemId(IdTable items) : IComparer<int>
{
    public int Compare(int x, int y) => string.CompareOrdinal(items[x], items[y]);
}
