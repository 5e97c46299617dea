namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <summary>Every look at one person, the earliest first; at least one.</summary>
public sealed record PersonLooks(string PersonId, IReadOnlyList<PersonLook> Looks);
