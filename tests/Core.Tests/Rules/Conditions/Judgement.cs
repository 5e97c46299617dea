using System.Text.Json;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

/// <summary>Judges JSON attributes by a JSON condition, by predicate and by explanation, which must agree.</summary>
internal static class Judgement
{
    // The tests name 10,000 levels; the default of 64 would refuse them before our own limit is met.
    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = 100_000 };

    public static bool Matches(string condition, string attributes, string groups = "{}") =>
        Matches(Parse(condition).Condition, Attributes(attributes), Groups(groups));

    public static bool Matches(Condition condition, AttributeMap attributes, SavedGroups groups)
    {
        var matches = ConditionCompiler.Compile(condition, groups)(attributes);
        var failure = ConditionExplainer.WhyNot(condition, groups, attributes);
        Assert.Equal(matches, failure is null);
        return matches;
    }

    public static ConditionFailure WhyNot(string condition, string attributes, string groups = "{}")
    {
        var failure = ConditionExplainer.WhyNot(Parse(condition).Condition, Groups(groups), Attributes(attributes));
        Assert.NotNull(failure);
        return failure;
    }

    public static ConditionParseResult Parse(string condition)
    {
        using var document = JsonDocument.Parse(condition, AnyDepth);
        return ConditionParser.Parse(document.RootElement);
    }

    public static AttributeMap Attributes(string json) => AttributeJson.ReadMap(JsonElement.Parse(json));

    /// <summary>Lists by name, and conditions by name.</summary>
    public static SavedGroups Named(string groups, string segments) => new(
        Attributes(groups).Names.Select(name => KeyValuePair.Create(name, (IReadOnlyList<AttributeValue>)Attributes(groups)[name].Items)),
        JsonElement.Parse(segments).EnumerateObject().Select(each => KeyValuePair.Create(each.Name, ConditionParser.Parse(each.Value).Condition)));

    public static SavedGroups Groups(string json) =>
        new(Attributes(json).Names.Select(name =>
            KeyValuePair.Create(name, (IReadOnlyList<AttributeValue>)Attributes(json)[name].Items)));
}
