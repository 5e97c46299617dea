using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Leads.Timeline;
using PersonalizationEngine.Engine.Personalization;
using PersonalizationEngine.Engine.Scoring;
using PersonalizationEngine.Engine.Scoring.History;
using PersonalizationEngine.Engine.Scoring.Models;

namespace PersonalizationEngine.Dashboard.Leads;

/// <summary>What several parts of a person's page are made of.</summary>
/// <param name="History">The latest first.</param>
/// <param name="Latest">Their latest events, the latest first.</param>
/// <param name="Decision">What they would see now; nobody sees it and nothing is counted.</param>
public sealed record LeadFacts(
    PersonWithConsents Found, PlainScoreReading Score, IReadOnlyList<PastScore> History, IReadOnlyList<PersonEvent> Latest, PersonalizedAnswer Decision,
    IReadOnlyList<(string Name, ModelScoreReading Reading)> Models)
{
    public const int HistoryLength = 60, LatestEvents = 200;

    public string PersonId => Found.Person.PersonId;

    /// <summary>What they are called: by name, by address, or by id.</summary>
    public string Title => LeadWords.Short(Found.Person.Contact.Name ?? Found.Person.Contact.Email ?? PersonId, 90);
}
