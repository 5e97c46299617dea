namespace PersonalizationEngine.Engine.Feedback;

/// <summary>What became of a batch of reports; the others count from now on.</summary>
/// <param name="Duplicates">Indices of those that counted before.</param>
/// <param name="Ignored">Indices of those about people who were erased.</param>
public sealed record SavedFeedback(IReadOnlySet<int> Duplicates, IReadOnlySet<int> Ignored);
