using System.Text.Json;
using PersonalizationEngine.Core.Rules.Conditions.Parsing;

namespace PersonalizationEngine.Core.Rules.Conditions;

/// <summary>
/// Reads the MongoDB-like condition language that GrowthBook documents for targeting:
/// <see href="https://docs.growthbook.io/lib/build-your-own#evaluating-conditions"/>. Two additions of ours: <c>$and</c>,
/// <c>$or</c> and <c>$nor</c> also stand under an attribute, and what GrowthBook's evaluator passes over in silence is a fault.
/// </summary>
public static class ConditionParser
{
    /// <param name="root">A JSON object; anything else gives a condition that never matches, with a fault.</param>
    public static ConditionParseResult Parse(JsonElement root)
    {
        var session = new ParseSession();
        var condition = ConditionReader.Read(root, Place.Root, session);
        return new ConditionParseResult(condition, session.Faults);
    }
}
