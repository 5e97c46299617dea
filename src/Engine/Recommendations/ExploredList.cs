using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Engine.Recommendations;

/// <summary>A list as somebody would get it, and what is not on it.</summary>
/// <param name="LeftOut">Of what would have stood above its end without anything left out, best first; at most 50.</param>
/// <param name="IsCompared">The person is one of those whom personal lists are compared by, and gets what is popular.</param>
public sealed record ExploredList(RecommendedItems List, IReadOnlyList<LeftOutItem> LeftOut, bool IsCompared)
{
    /// <summary>The sources of the items with how many each gave, most first.</summary>
    public IReadOnlyList<(string Source, int Count)> Sources =>
        [.. List.Page.Items.GroupBy(item => item.Source.WireName()).Select(group => (group.Key, group.Count())).OrderByDescending(one => one.Item2)];
}
