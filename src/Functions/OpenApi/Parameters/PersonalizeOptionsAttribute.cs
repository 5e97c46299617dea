using PersonalizationEngine.Engine.Personalization.Snapshots;
using PersonalizationEngine.Functions.Personalization;

namespace PersonalizationEngine.Functions.OpenApi.Parameters;

/// <summary>What a decision can be asked for, by servers and by pages.</summary>
internal sealed class PersonalizeOptionsAttribute : ParameterGroupAttribute
{
    private const int MaxSlots = 32, MaxNameLength = 64, MaxExperiments = 100, DefaultLimit = 10;

    public override IReadOnlyList<ParameterAttribute> Parameters { get; } =
    [
        new QueryParameterAttribute("slots", "Slots to fill; all without it.") { MaxCount = MaxSlots, MaxLength = MaxNameLength, Example = "hero,banner" },
        new QueryParameterAttribute("limit", "How many recommendations.") { Type = typeof(int), Minimum = 0, Maximum = PersonLoader.MaxCandidates, Default = DefaultLimit },
        .. new WithContextAttribute().Parameters,
        new QueryParameterAttribute("experiments", "Keys of experiments to be in; all without it.") { MaxCount = MaxExperiments, MaxLength = MaxNameLength, Example = "new-checkout" },
        new QueryParameterAttribute(TesterParameters.Prefix, "A variant that a tester asks for, as in force.new-checkout=short; at most 100.") { IsPrefix = true, MaxLength = TesterParameters.MaxLength },
        new HeaderParameterAttribute(TesterParameters.Header, "Proves a tester, who may force variants.") { MaxLength = 500 },
    ];
}
