namespace PersonalizationEngine.Engine.Leads;

/// <summary>What somebody's score became at an instant, to stay so until the next entry.</summary>
/// <param name="Factors">The values it was made of, as a JSON object by factor.</param>
public sealed record PastScore(decimal Score, string Segment, DateTimeOffset CalculatedAt, string Factors);
