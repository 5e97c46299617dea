using System.Text.Json;
using PersonalizationEngine.Core.Rules;

namespace PersonalizationEngine.Core.Tests.Rules;

public sealed class ContentRuleDocumentTests
{
    private const string Show = """[{"type": "show", "slot": "hero", "content": {"text": "hi"}}]""";

    [Theory]
    [InlineData("""{"conditions": {}, "actions": ACTIONS}""", "/name")]
    [InlineData("""{"name": "x", "actions": ACTIONS}""", "/conditions")]
    [InlineData("""{"name": "x", "conditions": null, "actions": ACTIONS}""", "/conditions")]
    [InlineData("""{"name": "x", "conditions": {"score": {"$gtx": 5}}, "actions": ACTIONS}""", "/conditions/score/$gtx")]
    [InlineData("""{"name": "x", "conditions": {"$or": [{"a": 1}, {"b": {"$in": 5}}]}, "actions": ACTIONS}""", "/conditions/$or/1/b/$in")]
    [InlineData("""{"name": "x", "conditions": {"a": {"$regex": "("}}, "actions": ACTIONS}""", "/conditions/a/$regex")]
    [InlineData("""{"name": "x", "conditions": {}, "actions": []}""", "/actions")]
    [InlineData("""{"name": "x", "conditions": {}, "actions": [{"type": "explode"}]}""", "/actions/0/type")]
    [InlineData("""{"name": "x", "conditions": {}, "actions": [{"type": "show", "slot": "hero"}]}""", "/actions/0/content")]
    [InlineData("""{"name": "x", "conditions": {}, "actions": [{"type": "boost", "where": {"categories": {"$foo": 1}}, "factor": 2}]}""", "/actions/0/where/categories/$foo")]
    [InlineData("""{"name": "x", "conditions": {}, "actions": [{"type": "boost", "where": {}, "factor": -1}]}""", "/actions/0/factor")]
    [InlineData("""{"name": "x", "conditions": {}, "actions": [{"type": "pin", "item_id": "a", "position": 0}]}""", "/actions/0/position")]
    [InlineData("""{"name": "x", "conditions": {}, "actions": [{"type": "message", "channel": "pigeon", "template": "t"}]}""", "/actions/0/channel")]
    [InlineData("""{"name": "x", "conditions": {}, "actions": ACTIONS, "priority": 1001}""", "/priority")]
    [InlineData("""{"name": "x", "conditions": {}, "actions": ACTIONS, "pirority": 1}""", "/pirority")]
    [InlineData("""{"name": "x", "conditions": {}, "actions": ACTIONS, "start_date": "2026-02-01T00:00:00Z", "end_date": "2026-01-01T00:00:00Z"}""", "/end_date")]
    public void Read_OneFault_IsNamedByPointer(string json, string pointer)
    {
        var parsed = ContentRuleDocument.Read(JsonElement.Parse(json.Replace("ACTIONS", Show, StringComparison.Ordinal)));

        Assert.False(parsed.Succeeded);
        Assert.Equal(pointer, Assert.Single(parsed.Faults).Pointer);
    }

    [Fact]
    public void Read_SeveralFaults_AreAllNamed()
    {
        var parsed = ContentRuleDocument.Read(JsonElement.Parse("""{"priority": "high", "conditions": [], "actions": {}}"""));

        Assert.Equal(["/name", "/priority", "/conditions", "/actions"], parsed.Faults.Select(fault => fault.Pointer));
    }

    [Fact]
    public void Read_WholeRule_HasDefaults()
    {
        var rule = ContentRuleDocument.Read(JsonElement.Parse($$"""{"name": "x", "conditions": {}, "actions": {{Show}}}""")).Value!;

        Assert.Equal((0, true, null, null), (rule.Priority, rule.Active, rule.StartsAt, rule.EndsAt));
    }

    [Fact]
    public void Restore_ActionOfALaterVersion_IsLeftOut()
    {
        var rule = ContentRuleDocument.Restore(
            1, "x", null, 0, true, JsonElement.Parse("{}"), JsonElement.Parse("""[{"type": "teleport"}, {"type": "filter", "where": {}}]"""), null, null);

        Assert.Single(rule.Actions);
    }
}
