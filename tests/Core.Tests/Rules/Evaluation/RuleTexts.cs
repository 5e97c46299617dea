using System.Text.Json;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules;

namespace PersonalizationEngine.Core.Tests.Rules.Evaluation;

/// <summary>Rules as marketers write them.</summary>
internal static class RuleTexts
{
    public static readonly DateTimeOffset Now = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    public static ContentRule Rule(long id, int priority, string conditions, string actions, string dates = "")
    {
        var parsed = ContentRuleDocument.Read(JsonElement.Parse(
            $$"""{"name": "rule {{id}}", "priority": {{priority}}, "conditions": {{conditions}}, "actions": {{actions}}{{dates}}}"""));
        Assert.Empty(parsed.Faults);
        return parsed.Value! with { Id = id };
    }

    public static string Show(string slot, string content) => $$"""[{"type": "show", "slot": "{{slot}}", "content": "{{content}}"}]""";

    public static AttributeMap Person(string json) => AttributeJson.ReadMap(JsonElement.Parse(json));
}
