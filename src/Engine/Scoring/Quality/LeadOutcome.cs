using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <param name="Stored">As they are now.</param>
/// <param name="ConvertedAt">The first conversion; null for none so far.</param>
public sealed record LeadOutcome(PersonWithConsents Stored, DateTimeOffset? ConvertedAt)
{
    public string PersonId => Stored.Person.PersonId;
}
