namespace PersonalizationEngine.Engine.Recommendations;

/// <summary>Which items of a person's recommendations are asked for.</summary>
/// <param name="Limit">How many, 1 to 100.</param>
/// <param name="Offset">How many of the first to skip, from 0.</param>
/// <param name="Categories">Only items with one of these; all when empty.</param>
/// <param name="Exclude">Items that must not be among them.</param>
/// <param name="CurrentItemId">What the person looks at; what goes with it comes forward. Null when it is nothing in particular.</param>
public sealed record PageRequest(
    int Limit, int Offset, IReadOnlyList<string> Categories, IReadOnlyList<string> Exclude, string? CurrentItemId);
