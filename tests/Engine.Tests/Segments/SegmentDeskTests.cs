using System.Text.Json;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Segments;
using PersonalizationEngine.Engine.Tests.Personalization.Playbooks;

namespace PersonalizationEngine.Engine.Tests.Segments;

/// <summary>What is named is there, leads nowhere in a circle and stays as long as it is named.</summary>
public sealed class SegmentDeskTests : IDisposable
{
    private readonly Definitions _definitions = new();
    private readonly SegmentDesk _segments;
    private readonly SavedGroupDesk _groups;
    private readonly RuleDesk _rules;
    private readonly Dictionary<string, long> _ids = [];

    public SegmentDeskTests()
    {
        _segments = new SegmentDesk(_definitions.Segments, _definitions.News, _definitions.Named, Timing.Clock());
        _groups = new SavedGroupDesk(_definitions.Groups, _definitions.News, _definitions.Named, Timing.Clock());
        _rules = new RuleDesk(_definitions.Rules, _definitions.News, _definitions.Named, Timing.Clock());
    }

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    public void Dispose() => _definitions.Dispose();

    [Fact]
    public async Task Add_WhatIsNotThere_IsRefusedAtItsPlace()
    {
        var segment = Assert.IsType<Change<Segment>.Invalid>(await AddAsync("a", """{"$or": [{"$inSegment": "b"}, {"id": {"$inGroup": "g"}}]}"""));
        Assert.Equal(["/condition/$or/0/$inSegment", "/condition/$or/1/id/$inGroup"], segment.Faults.Select(fault => fault.Pointer));

        var rule = Assert.IsType<Change<ContentRule>.Invalid>(await _rules.AddAsync(JsonElement.Parse(
            """{"name": "r", "conditions": {"$notInSegment": "b"}, "actions": [{"type": "filter", "where": {"item_id": {"$notInGroup": "g"}}}]}"""), "anna", Stopping));
        Assert.Equal(["/conditions/$notInSegment", "/actions/0/where/item_id/$notInGroup"], rule.Faults.Select(fault => fault.Pointer));
        Assert.Equal("names the segment \"b\", which does not exist", rule.Faults[0].Message);
    }

    [Fact]
    public async Task Add_SegmentOfSegments_IsInForceForRulesAtOnce()
    {
        await DoneAsync("hot", """{"score": {"$gte": 50}}""");
        await DoneAsync("target", """{"$inSegment": "hot", "country": "CH"}""");
        Assert.IsType<Change<ContentRule>.Done>(await AddRuleAsync("""{"$inSegment": "target"}"""));

        var person = AttributeJson.ReadMap(JsonElement.Parse("""{"score": 60, "country": "CH"}"""));
        Assert.NotNull(_definitions.Keeper.Current.Rules.Evaluate(person, Timing.Clock().GetUtcNow()).WinnerOf("hero"));

        await ReplaceAsync("hot", "hot", """{"score": {"$gte": 70}}""");
        Assert.Null(_definitions.Keeper.Current.Rules.Evaluate(person, Timing.Clock().GetUtcNow()).WinnerOf("hero"));
    }

    [Fact]
    public async Task Replace_IntoACircle_IsRefusedAndTheCircleNamed()
    {
        await DoneAsync("a", "{}");
        await DoneAsync("b", """{"$inSegment": "a"}""");
        await DoneAsync("c", """{"$not": {"$notInSegment": ["b"]}}""");

        var circle = Assert.IsType<Change<Segment>.Invalid>(await ReplaceAsync("a", "a", """{"$savedGroups": ["c"]}"""));
        Assert.Equal(("/condition", "segments name one another in a circle: a -> c -> b -> a"), (circle.Faults[0].Pointer, circle.Faults[0].Message));
        var itself = Assert.IsType<Change<Segment>.Invalid>(await AddAsync("d", """{"$inSegment": "d"}"""));
        Assert.Equal("segments name one another in a circle: d -> d", Assert.Single(itself.Faults).Message);
    }

    [Fact]
    public async Task Replace_MakesAnotherTooDeep_IsRefusedAndTheOtherNamed()
    {
        for (var level = 0; level < 10; level++) await DoneAsync($"s{level}", level == 0 ? "{}" : $$"""{"$inSegment": "s{{level - 1}}"}""");
        await DoneAsync("one-more", "{}");

        var refused = Assert.IsType<Change<Segment>.Invalid>(await ReplaceAsync("s0", "s0", """{"$inSegment": "one-more"}"""));
        Assert.Equal("would make segment \"s9\" unusable: segments stand inside one another at most 10 deep", Assert.Single(refused.Faults).Message);
    }

    [Fact]
    public async Task RemoveAndRename_WhileNamed_AreRefusedNamingTheUsers()
    {
        await DoneAsync("a", """{"id": {"$inGroup": "vips"}}""", group: "vips");
        await DoneAsync("b", """{"$inSegment": "a"}""");
        var rule = Assert.IsType<Change<ContentRule>.Done>(await AddRuleAsync("""{"$or": [{"$inSegment": "a"}]}""")).Definition;

        var users = $"rule {rule.Id} \"r\", segment \"b\"";
        Assert.Equal($"It cannot be removed while it is named by {users}.", Assert.IsType<Change<Segment>.Refused>(await _segments.RemoveAsync(Id("a"), null, "anna", null, Stopping)).Reason);
        Assert.Equal($"The key cannot change while it is named by {users}.", Assert.IsType<Change<Segment>.Refused>(await ReplaceAsync("a", "aa", "{}")).Reason);
        Assert.Equal("It cannot be removed while it is named by segment \"a\".", Assert.IsType<Change<SavedGroup>.Refused>(await _groups.RemoveAsync(1, null, "anna", null, Stopping)).Reason);

        await _rules.RemoveAsync(rule.Id, null, "anna", null, Stopping);
        Assert.IsType<Change<Segment>.Removed>(await _segments.RemoveAsync(Id("b"), null, "anna", null, Stopping));
        Assert.IsType<Change<Segment>.Removed>(await _segments.RemoveAsync(Id("a"), null, "anna", null, Stopping));
        Assert.IsType<Change<SavedGroup>.Removed>(await _groups.RemoveAsync(1, null, "anna", null, Stopping));
    }

    private long Id(string key) => _ids[key];

    private async Task DoneAsync(string key, string condition, string? group = null)
    {
        if (group is not null)
            Assert.IsType<Change<SavedGroup>.Done>(await _groups.AddAsync(JsonElement.Parse($$"""{"key": "{{group}}", "name": "g", "values": ["x"]}"""), "anna", Stopping));
        _ids[key] = Assert.IsType<Change<Segment>.Done>(await AddAsync(key, condition)).Definition.Id;
    }

    private Task<Change<Segment>> AddAsync(string key, string condition) => _segments.AddAsync(Document(key, condition), "anna", Stopping);

    private Task<Change<Segment>> ReplaceAsync(string old, string key, string condition) =>
        _segments.ReplaceAsync(Id(old), 1, Document(key, condition), "anna", Stopping);

    private Task<Change<ContentRule>> AddRuleAsync(string conditions) => _rules.AddAsync(JsonElement.Parse(
        $$"""{"name": "r", "conditions": {{conditions}}, "actions": [{"type": "show", "slot": "hero", "content": 1}]}"""), "anna", Stopping);

    private static JsonElement Document(string key, string condition) => JsonElement.Parse($$"""{"key": "{{key}}", "name": "n", "condition": {{condition}}}""");
}
