using System.Text.Json;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Administration.Drafts;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Definitions;

public abstract class HistoryContract(IStores stores) : StoreContract(stores)
{
    private IDefinitions<ContentRule> Rules => Store.Get<IDefinitions<ContentRule>>();

    private IDefinitionHistory History => Store.Get<IDefinitionHistory>();

    private IAudit Audit => Store.Get<IAudit>();

    private IDrafts Drafts => Store.Get<IDrafts>();

    [Fact]
    public async Task VersionsAsync_AfterChanges_TellsEachWithWhoWhenAndWhy()
    {
        var id = await AddAsync();
        await ReplaceAsync(id, 1, new Edit(Now.AddHours(1), Happenings.Changed, "ben", """{"n":2}""") { Reason = "spring" });
        await Rules.RemoveAsync(id, 2, new Edit(Now.AddHours(2), Happenings.Removed, "cleo", null), Ending);

        var versions = await History.VersionsAsync(Rules.Kind, id, int.MaxValue, 10, Ending);

        Assert.Equal(
            [(3, "removed", "cleo", null), (2, "changed", "ben", "spring"), (1, "added", "anna", (string?)null)],
            versions.Select(version => (version.Version, version.Happened, version.By, version.Reason)));
        Assert.Equal([Now.AddHours(2), Now.AddHours(1), Now], versions.Select(version => version.At));
        Assert.Equal([null, """{"n":2}""", """{"n":1}"""], versions.Select(version => version.Document?.GetRawText()));
        Assert.Equal([1], (await History.VersionsAsync(Rules.Kind, id, 2, 10, Ending)).Select(version => version.Version));
        Assert.Equal(2, (await History.FindAsync(Rules.Kind, id, 2, Ending))!.Version);
        Assert.Null(await History.FindAsync(Rules.Kind, id, 4, Ending));
        Assert.Null(await History.FindAsync("others", id, 2, Ending));
    }

    [Fact]
    public async Task LatestAsync_OfSome_TellsTheLastChangeOfEach()
    {
        var (one, other) = (await AddAsync(), await AddAsync());
        await ReplaceAsync(one, 1, new Edit(Now.AddHours(1), Happenings.Changed, "ben", """{"n":2}""") { Reason = "spring" });

        var latest = await History.LatestAsync(Rules.Kind, [one, other, 4711], Ending);

        Assert.Equal(
            [(one, 2, "ben", "spring"), (other, 1, "anna", null)],
            latest.OrderBy(version => version.DefinitionId).Select(version => (version.DefinitionId, version.Version, version.By, version.Reason)));
        Assert.All(latest, version => Assert.Null(version.Document));
        Assert.Empty(await History.LatestAsync(Rules.Kind, [], Ending));
    }

    [Fact]
    public async Task WaitingAsync_AfterDrafts_TellsWhoseTheyAre()
    {
        var (one, other) = (await AddAsync(), await AddAsync());
        await Drafts.SaveAsync(Rules.Kind, new Draft(one, 1, 1, JsonElement.Parse("{}"), Now, "anna", null), Ending);
        await Drafts.SaveAsync(Rules.Kind, new Draft(other, 1, 1, JsonElement.Parse("{}"), Now, "ben", null), Ending);
        await Drafts.ApproveAsync(Rules.Kind, other, 1, "cleo", Now, Ending);

        Assert.Equal(
            [new DraftNote(one, 1, Now, "anna", null), new DraftNote(other, 1, Now, "ben", "cleo")], await Drafts.WaitingAsync(Rules.Kind, Ending));
        Assert.Empty(await Drafts.WaitingAsync("others", Ending));
    }

    [Fact]
    public async Task ReplaceAsync_OfOneThatWasThereBeforeItsHistory_KeepsHowItWasFound()
    {
        var id = await AddAsync();
        await Store.Database.WriteAsync(transaction => transaction.ExecuteAsync("delete from definition_versions"), Ending);

        await ReplaceAsync(id, 1, new Edit(Now, Happenings.Changed, "ben", """{"n":2}""") { Before = """{"n":0}""" });
        await ReplaceAsync(id, 2, new Edit(Now, Happenings.Changed, "ben", """{"n":3}""") { Before = """{"n":9}""" });

        var versions = await History.VersionsAsync(Rules.Kind, id, int.MaxValue, 10, Ending);
        Assert.Equal(["""{"n":3}""", """{"n":2}""", """{"n":0}"""], versions.Select(version => version.Document!.Value.GetRawText()));
        Assert.Equal(Happenings.Found, versions[2].Happened);
        Assert.Equal(["""{"n":2}""", """{"n":0}""", null], (await ChangesAsync()).Select(change => change.Before?.GetRawText()));
    }

    [Fact]
    public async Task ReplaceAsync_AnotherVersion_KeepsNothing()
    {
        var id = await AddAsync();

        Assert.Null(await Rules.ReplaceAsync(id, 7, Rule("b"), new Edit(Now, Happenings.Changed, "ben", "{}"), Ending));
        Assert.Single(await ChangesAsync());
    }

    [Fact]
    public async Task ChangesAsync_OfAll_AreTheLatestFirstWithWhatWasBefore()
    {
        var (one, other) = (await AddAsync(), await AddAsync());
        await ReplaceAsync(one, 1, new Edit(Now, Happenings.Changed, "ben", """{"n":2}"""));

        var changes = await ChangesAsync();

        Assert.Equal([($"{one}", 2), ($"{other}", 1), ($"{one}", 1)], changes.Select(change => (change.Subject, change.Version!.Value)));
        Assert.Equal(["""{"n":1}""", null, null], changes.Select(change => change.Before?.GetRawText()));
        Assert.Equal(["""{"n":2}""", """{"n":1}""", """{"n":1}"""], changes.Select(change => change.After?.GetRawText()));
        Assert.Equal(2, (await Audit.ListAsync(new AuditQuestion(Subject: $"{one}"), long.MaxValue, 10, Ending)).Count);
        Assert.Empty(await Audit.ListAsync(new AuditQuestion("ab_experiments"), long.MaxValue, 10, Ending));
        Assert.Equal([$"{other}", $"{one}"], (await Audit.ListAsync(new AuditQuestion(Rules.Kind), changes[0].Id, 10, Ending)).Select(change => change.Subject));
    }

    [Fact]
    public async Task SaveAsync_OneAfterTheOther_KeepsTheLatestAndTakesTheApprovalBack()
    {
        Assert.True(await Drafts.SaveAsync("k", Draft(1, "{}"), Ending));
        Assert.False(await Drafts.SaveAsync("k", Draft(1, "{}"), Ending));
        Assert.True(await Drafts.ApproveAsync("k", 7, 1, "ben", Now.AddHours(1), Ending));
        Assert.False(await Drafts.ApproveAsync("k", 7, 2, "ben", Now, Ending));

        var approved = (await Drafts.FindAsync("k", 7, Ending))!;
        Assert.Equal(("ben", Now.AddHours(1)), (approved.ApprovedBy, approved.ApprovedAt));

        Assert.True(await Drafts.SaveAsync("k", Draft(2, """{"a":1}"""), Ending));
        Assert.False(await Drafts.SaveAsync("k", Draft(2, "{}"), Ending));
        var saved = (await Drafts.FindAsync("k", 7, Ending))!;
        Assert.Equal((2, """{"a":1}""", null), (saved.Revision, saved.Document.GetRawText(), saved.ApprovedBy));
        Assert.True(await Drafts.RemoveAsync("k", 7, "ben", Now, Ending));
        Assert.False(await Drafts.RemoveAsync("k", 7, "ben", Now, Ending));
        Assert.Null(await Drafts.FindAsync("k", 7, Ending));
        Assert.Equal(
            [("draft_dropped", "ben", """{"a":1}""", null), ("draft_saved", "anna", "{}", """{"a":1}"""), ("draft_approved", "ben", "{}", "{}"), ("draft_saved", "anna", null, "{}")],
            (await ChangesAsync()).Select(change => (change.Action, change.By, change.Before?.GetRawText(), change.After?.GetRawText())));
    }

    [Fact]
    public async Task ReplaceAsync_ByADraft_LeavesNoDraftUnlessItWasSavedAgain()
    {
        var id = await AddAsync();
        await Drafts.SaveAsync(Rules.Kind, Draft(1, "{}") with { DefinitionId = id }, Ending);
        await Drafts.SaveAsync(Rules.Kind, Draft(2, "{}") with { DefinitionId = id }, Ending);

        await ReplaceAsync(id, 1, new Edit(Now, Happenings.Published, "ben", "{}") { Draft = 1, ApprovedBy = "cleo" });
        Assert.NotNull(await Drafts.FindAsync(Rules.Kind, id, Ending));
        Assert.Equal("cleo", (await History.FindAsync(Rules.Kind, id, 2, Ending))!.ApprovedBy);

        await ReplaceAsync(id, 2, new Edit(Now, Happenings.Published, "ben", "{}") { Draft = 2 });
        Assert.Null(await Drafts.FindAsync(Rules.Kind, id, Ending));
    }

    private static Draft Draft(int revision, string json) => new(7, revision, 3, JsonElement.Parse(json), Now, "anna", "why");

    private static ContentRule Rule(string name) => ContentRuleDocument.Read(JsonElement.Parse(
        """{"name": "NAME", "conditions": {}, "actions": [{"type": "filter", "where": {}}]}""".Replace("NAME", name, StringComparison.Ordinal))).Value!;

    private async Task<long> AddAsync() =>
        (await Rules.AddAsync(Rule("a"), new Edit(Now, Happenings.Added, "anna", """{"n":1}"""), Ending))!.Id;

    private async Task ReplaceAsync(long id, int version, Edit edit) => Assert.NotNull(await Rules.ReplaceAsync(id, version, Rule("b"), edit, Ending));

    private Task<IReadOnlyList<AuditedChange>> ChangesAsync() => Audit.ListAsync(new AuditQuestion(), long.MaxValue, 10, Ending);
}
