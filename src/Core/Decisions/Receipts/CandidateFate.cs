namespace PersonalizationEngine.Core.Decisions.Receipts;

/// <summary>What became of an item that could have been recommended.</summary>
/// <param name="Place">Among the candidates before rules had their say, from 1; null for one that a rule brought in.</param>
/// <param name="Score">Before boosts.</param>
/// <param name="ServedAt">Its place in the answer, from 1; null when it is not in it.</param>
/// <param name="FilteredBy">Ids of the rules whose filters it does not pass.</param>
/// <param name="BoostedBy">Ids of the rules that changed its score.</param>
/// <param name="Factor">By which they did together; 1 for none.</param>
/// <param name="PinnedBy">Ids of the rules that asked for it at a place.</param>
public sealed record CandidateFate(
    string ItemId, int? Place, double Score, string Source, int? ServedAt, IReadOnlyList<long> FilteredBy, IReadOnlyList<long> BoostedBy,
    double Factor, IReadOnlyList<long> PinnedBy)
{
    /// <summary><c>served</c>, <c>filtered</c>, or <c>below_limit</c>: others came first.</summary>
    public string Result => ServedAt is not null ? "served" : FilteredBy.Count > 0 ? "filtered" : "below_limit";
}
