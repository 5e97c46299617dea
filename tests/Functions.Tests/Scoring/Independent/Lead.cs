namespace PersonalizationEngine.Functions.Tests.Scoring.Independent;

/// <summary>A made-up person: every id they are known by, and everything they did.</summary>
/// <param name="Ids">The first one is the id the customer is known by.</param>
/// <param name="Events">All that is sent about them, repeats included.</param>
internal sealed record Lead(IReadOnlyList<string> Ids, IReadOnlyList<Deed> Deeds, IReadOnlyList<SentEvent> Events);
