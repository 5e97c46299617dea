using PersonalizationEngine.Core.Scoring;

namespace PersonalizationEngine.Engine.Scoring;

public sealed record PersonScore(string PersonId, LeadScore Score);
