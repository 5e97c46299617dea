using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Engine.Scoring.Models.Crossings;

/// <param name="Standing">Null when they were never looked at by the model.</param>
public sealed record WatchedLead(PersonWithConsents Person, LeadStanding? Standing);
