using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Scoring.Models.Documents;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Segments;

namespace PersonalizationEngine.Engine.Scoring.Models;

/// <summary>Scoring models. Where a review is required, a model that is off, and stays off, can still be changed at once.</summary>
public sealed class LeadModelDesk(
    IDefinitions<LeadModel> store, NewsOfPlaybook news, NamedDefinitions named, TimeProvider time, ReviewPolicy? review = null)
    : DefinitionDesk<LeadModel>(store, news, named, time, LeadModelDocument.Read, "Another model has this key.")
{
    public override string TextOf(LeadModel definition) => LeadModelText.Of(definition);

    protected override IReadOnlyList<PlacedCondition> ConditionsOf(LeadModel definition) => PlacedCondition.Of(definition);

    protected override string? WhyNotDirectly(LeadModel? present, LeadModel? next) =>
        review is { IsRequired: true } && (present is { Active: true } || next is { Active: true })
            ? "Scores change here by a draft that somebody else approves of. Save it as a draft, or keep the model inactive."
            : null;
}
