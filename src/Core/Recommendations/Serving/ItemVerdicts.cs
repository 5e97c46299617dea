using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Recommendations.Live;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>What a condition says of each item of one catalogue, found out when first asked. Two threads may find out the same.</summary>
internal sealed class ItemVerdicts(ConditionPredicate predicate, Catalogue catalogue, IdTable items)
{
    private const byte Yes = 1, No = 2;

    private readonly byte[] _known = new byte[items.Count];

    public Catalogue Catalogue => catalogue;

    public bool Holds(int item)
    {
        // An item that came after the catalogue is outside it; asking of it each time costs little.
        if (item >= _known.Length) return Judge(item);
        if (_known[item] == 0) _known[item] = Judge(item) ? Yes : No;
        return _known[item] == Yes;
    }

    private bool Judge(int item) => predicate(
        catalogue.Find(item)?.Attributes ?? new AttributeMap([KeyValuePair.Create("item_id", (AttributeValue)items[item])]));
}
