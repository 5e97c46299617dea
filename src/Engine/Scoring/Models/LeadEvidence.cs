using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Engine.Scoring.Models;

/// <summary>All that is known of a person to score them by a model.</summary>
/// <param name="Person">Null for somebody never seen.</param>
/// <param name="Activities">In time order.</param>
/// <param name="Counted">What a web analytics system has counted, which says nothing of single acts.</param>
public sealed record LeadEvidence(
    string PersonId, PersonWithConsents? Person, AttributeMap Profile, IReadOnlyList<Activity> Activities, IReadOnlyList<WebBehaviour> Counted);
