using System.Globalization;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Admin;

namespace PersonalizationEngine.Functions.Tests.Decisions;

/// <summary>Decides by the documents alone, as plainly as can be, so that receipts are held against something that is not the engine's own code.</summary>
internal static class SecondOpinion
{
    private static readonly (string Segment, decimal From)[] Segments = [("sales_ready", 80), ("hot_lead", 50), ("warm_lead", 20), ("cold_lead", 0)];

    public static string SegmentOf(decimal score) => Segments.First(segment => score >= segment.From).Segment;

    /// <summary>The sum of value times weight, rounded to the cent and cut to its range.</summary>
    public static decimal ScoreOf(JsonArray lines) => Math.Clamp(
        Math.Round(lines.Sum(line => (decimal)line!["value"]! * (decimal)line["weight"]!), 2, MidpointRounding.AwayFromZero), 0, 999.99m);

    /// <summary>The rule that wins a slot: the first by priority, then by id, whose condition holds and that does not hold the person out.</summary>
    public static long? WinnerOf(string slot, IEnumerable<(long Id, JsonObject Rule)> rules, string person, Func<string, JsonNode?> attribute) => rules
        .OrderByDescending(rule => (int)rule.Rule["priority"]!).ThenBy(rule => rule.Id)
        .Where(rule => (string?)rule.Rule["actions"]![0]!["slot"] == slot && Holds(rule.Rule["conditions"]!.AsObject(), attribute))
        .Where(rule => !IsHeldOut(rule.Id, rule.Rule, person))
        .Select(rule => (long?)rule.Id).FirstOrDefault();

    public static bool IsHeldOut(long id, JsonObject rule, string person) => (double)rule["holdout"]! is > 0 and var share
        && GrowthBookBucketing.Bucket(string.Create(CultureInfo.InvariantCulture, $"held-out-of-{id}"), person) < share;

    public static bool Holds(JsonObject condition, Func<string, JsonNode?> attribute) => condition.All(part => part.Key switch
    {
        "$or" => part.Value!.AsArray().Any(one => Holds(one!.AsObject(), attribute)),
        "$not" => !Holds(part.Value!.AsObject(), attribute),
        _ when part.Value is JsonObject operators => operators.All(one => Compare(attribute(part.Key), one.Key, one.Value!)),
        _ => JsonNode.DeepEquals(attribute(part.Key), part.Value),
    });

    private static decimal Number(JsonNode number) => decimal.Parse(number.ToJsonString(), CultureInfo.InvariantCulture);

    private static bool Compare(JsonNode? actual, string name, JsonNode expected) => actual is not null && name switch
    {
        "$gte" => Number(actual) >= Number(expected),
        "$lt" => Number(actual) < Number(expected),
        "$in" => expected.AsArray().Any(one => JsonNode.DeepEquals(one, actual)),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "The second opinion knows no such operator."),
    };
}
