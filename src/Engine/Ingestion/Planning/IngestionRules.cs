using PersonalizationEngine.Core.Profiles.Consent;
using PersonalizationEngine.Engine.Identity;

namespace PersonalizationEngine.Engine.Ingestion.Planning;

/// <summary>By what events become facts, apart from the events.</summary>
/// <param name="Consent">What may be kept of people who were never asked.</param>
/// <param name="Limits">Where joining ids ends.</param>
public sealed record IngestionRules(ConsentPolicy Consent, IdentityLimits Limits)
{
    public static IngestionRules Default { get; } = new(ConsentPolicy.Default, IdentityLimits.Default);
}
