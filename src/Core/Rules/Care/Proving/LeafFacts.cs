using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Conditions.Logic;
using PersonalizationEngine.Core.Rules.Conditions.Operators;
using PersonalizationEngine.Core.Rules.Conditions.Values;

namespace PersonalizationEngine.Core.Rules.Care.Proving;

/// <summary>
/// What can be said for certain of one test, by the kind of value it judges. Where nothing can be said the answer is null,
/// which whoever asks takes as "either way".
/// </summary>
internal sealed class LeafFacts
{
    private readonly Condition _leaf;
    private readonly ValueTest? _test;

    public LeafFacts(Condition leaf)
    {
        _leaf = leaf;
        Text = ConditionText.Of(leaf);
        _test = Text is null || DependsOnMore(leaf) ? null : leaf.Compile(SavedGroups.Empty);
        Constants = leaf switch
        {
            PlainEquality plain => [plain.Value],
            OneOf one => one.Expected.Items,
            Comparison comparison => [comparison.Expected],
            StrictEquality strict => [strict.Expected],
            _ => [],
        };
        Numbers = [.. Constants.Select(constant => ScalarNumber.Of(constant)).Where(number => !double.IsNaN(number))];
    }

    /// <summary>By which equal and opposite tests are known; null for a kind unknown here.</summary>
    public string? Text { get; }

    /// <summary>The values it compares with.</summary>
    public IReadOnlyList<AttributeValue> Constants { get; }

    /// <summary>Between two neighbours of these it judges all numbers alike.</summary>
    public IReadOnlyList<double> Numbers { get; }

    /// <summary>The texts it compares with by their order, and how; null for any other test.</summary>
    public (Relation Relation, string Text)? Order =>
        _leaf is Comparison { Expected.Kind: AttributeKind.Text } comparison ? (comparison.Relation, comparison.Expected.Text) : null;

    /// <summary>It asks a list for one of these elements, with <c>true</c>, or for none of them; null for any other test.</summary>
    public (bool IsWanted, IReadOnlyList<AttributeValue> Elements)? Meeting =>
        _leaf is OneOf { IgnoreCase: false } one ? (!one.Negated, one.Expected.Items) : null;

    /// <summary>It asks for this very list or map, with <c>true</c>, or for another; null for any other test.</summary>
    public (bool IsWanted, AttributeValue Whole)? Whole => _leaf switch
    {
        PlainEquality { Value: { Kind: AttributeKind.List or AttributeKind.Map } whole } => (true, whole),
        StrictEquality { Expected: { Kind: AttributeKind.List or AttributeKind.Map } whole } strict => (!strict.Negated, whole),
        _ => null,
    };

    /// <summary>Of one value, exactly.</summary>
    public bool? Of(in AttributeValue value) => _test is null ? null : _test(value);

    /// <summary>Of a number: it judges the others of its class alike.</summary>
    public bool? OfNumber(double number) => _leaf is VersionComparison ? null : Of(number);

    /// <summary>Of every text that is no constant of any test, not empty, and counts as that number.</summary>
    public bool? OfOtherText(double number) => _leaf switch
    {
        VersionComparison => null,
        _ when Order is not null => null,
        // What looks at the number a text says treats it as that number.
        Comparison or PlainEquality { Value.Kind: AttributeKind.Number } => Of(number),
        PlainEquality { IgnoreCase: true } or OneOf { IgnoreCase: true } => null,
        PlainEquality { Value.Kind: AttributeKind.Boolean } plain => plain.Value.Boolean,
        PlainEquality => false,
        StrictEquality strict => strict.Negated,
        OneOf one => one.Negated,
        _ => Of("another text"),
    };

    /// <summary>Of every list that is not asked for as a whole.</summary>
    public bool? OfOtherList() => _leaf switch
    {
        OneOf or ContainsAll or ElementMatch or ListSize => null,
        _ when Whole is { Whole.Kind: AttributeKind.List } => null,
        _ => Of(Array.Empty<AttributeValue>()),
    };

    /// <summary>Of every map that is not asked for as a whole.</summary>
    public bool? OfOtherMap() => _leaf switch
    {
        OneOf when Constants.Any(constant => constant.Kind == AttributeKind.Map) => null,
        _ when Whole is { Whole.Kind: AttributeKind.Map } => null,
        _ => Of(AttributeMap.Empty),
    };

    /// <summary>Who is in a group is not known here, and a pattern that runs out of time does not match: neither is for proofs.</summary>
    private static bool DependsOnMore(Condition condition) => condition switch
    {
        GroupMembership or PatternMatch => true,
        AllOf all => all.Parts.Any(DependsOnMore),
        AnyOf any => any.Parts.Any(DependsOnMore),
        Negation not => DependsOnMore(not.Inner),
        AttributeCondition at => DependsOnMore(at.Test),
        ElementMatch element => DependsOnMore(element.Element),
        ListSize size => DependsOnMore(size.Size),
        ContainsAll contains => contains.Elements.Any(DependsOnMore),
        _ => false,
    };
}
