namespace PersonalizationEngine.Engine.Identity.Undoing;

/// <summary>What became of an undo.</summary>
/// <param name="Merge">Null when there is no such merge.</param>
/// <param name="Refusal">Why it cannot be undone; null when it was.</param>
/// <param name="Identities">Ids that lead to one of the two now.</param>
public sealed record UndoneMerge(NotedMerge? Merge, string? Refusal, IReadOnlyList<string> Identities);
