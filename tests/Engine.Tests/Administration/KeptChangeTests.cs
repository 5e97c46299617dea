using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Tests.Personalization.Playbooks;

namespace PersonalizationEngine.Engine.Tests.Administration;

/// <summary>What is kept of a change: who, why, and the whole document.</summary>
public sealed class KeptChangeTests : IDisposable
{
    private readonly Definitions _definitions = new();
    private readonly RuleDesk _desk;

    public KeptChangeTests() => _desk = new RuleDesk(_definitions.Rules, _definitions.News, _definitions.Named, Timing.Clock());

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    public void Dispose() => _definitions.Dispose();

    [Fact]
    public async Task AddAsync_WithAComment_KeepsItBesideTheDocument()
    {
        var document = JsonElement.Parse(
            """{"name": "n", "comment": "for spring", "conditions": {}, "actions": [{"type": "filter", "where": {}}], "end_date": null}""");

        Assert.IsType<Change<ContentRule>.Done>(await _desk.AddAsync(document, "ben", Stopping));

        var edit = Assert.Single(_definitions.Rules.Edits);
        Assert.Equal((Happenings.Added, "ben", "for spring"), (edit.Happened, edit.By, edit.Reason));
        Assert.Empty(DocumentDiff.Between(
            JsonElement.Parse(edit.Document!),
            JsonElement.Parse("""{"name": "n", "priority": 0, "active": true, "conditions": {}, "actions": [{"type": "filter", "where": {}}]}""")));
    }

    [Fact]
    public async Task ReplaceAsync_SentAsItWasRead_KeepsNothingThatIsNotTheRule()
    {
        var id = _definitions.Rules.Put(Definitions.Rule("a"));
        var read = JsonElement.Parse(
            """
            {"id": 1, "version": 1, "created_at": "2026-05-14T12:00:00Z", "updated_at": "2026-05-14T12:00:00Z",
             "name": "b", "conditions": {}, "actions": [{"type": "show", "slot": "hero", "content": "a"}]}
            """);

        await _desk.ReplaceAsync(id, 1, read, Stopping);

        var edit = Assert.Single(_definitions.Rules.Edits);
        var changes = DocumentDiff.Between(JsonElement.Parse(edit.Before!), JsonElement.Parse(edit.Document!));
        Assert.Equal("/name", Assert.Single(changes).Pointer);
    }

    [Fact]
    public async Task AddAsync_WithAFaultyComment_IsInvalid()
    {
        var document = JsonElement.Parse("""{"name": "n", "comment": 5, "conditions": {}, "actions": [{"type": "filter", "where": {}}]}""");

        Assert.Equal("/comment", Assert.Single(Assert.IsType<Change<ContentRule>.Invalid>(await _desk.AddAsync(document, Stopping)).Faults).Pointer);
    }

    [Fact]
    public async Task Changes_WhereAReviewIsRequired_AreOnlyForRulesThatAreOff()
    {
        var desk = new RuleDesk(_definitions.Rules, _definitions.News, _definitions.Named, Timing.Clock(), new ReviewPolicy(true));
        var id = _definitions.Rules.Put(Definitions.Rule("live"));
        var off = JsonElement.Parse("""{"name": "off", "active": false, "conditions": {}, "actions": [{"type": "filter", "where": {}}]}""");

        Assert.IsType<Change<ContentRule>.Refused>(await desk.AddAsync(Definitions.RuleDocument("new"), Stopping));
        Assert.IsType<Change<ContentRule>.Refused>(await desk.ReplaceAsync(id, null, Definitions.RuleDocument("other"), Stopping));
        Assert.IsType<Change<ContentRule>.Refused>(await desk.ReplaceAsync(id, null, off, Stopping));
        Assert.IsType<Change<ContentRule>.Refused>(await desk.RemoveAsync(id, null, Stopping));
        Assert.IsType<Change<ContentRule>.Done>(await desk.AddAsync(off, Stopping));
    }
}
