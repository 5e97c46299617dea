using PersonalizationEngine.Core.Recommendations.Serving;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Recommendations;

/// <summary>
/// A condition on items, for filters and boosts. It remembers its verdict on each item until the catalogue changes, a byte an
/// item, so whoever asks the same condition again should keep the object. Safe for use from any thread.
/// </summary>
/// <param name="predicate">Judges <see cref="CatalogueItem.Attributes"/>; of an item outside the catalogue, its <c>item_id</c> alone.</param>
public sealed class ItemCondition(ConditionPredicate predicate)
{
    private ItemVerdicts? _verdicts;

    internal ItemVerdicts On(Knowledge knowledge)
    {
        var verdicts = Volatile.Read(ref _verdicts);
        if (verdicts?.Catalogue == knowledge.Catalogue) return verdicts;
        verdicts = new ItemVerdicts(predicate, knowledge.Catalogue, knowledge.State.Items);
        Volatile.Write(ref _verdicts, verdicts);
        return verdicts;
    }
}
