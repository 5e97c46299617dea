using System.Text.Json;
using PersonalizationEngine.Adapters.Sql.Migrations;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Auditing;

public abstract class AuditContract(IStores stores) : StoreContract(stores)
{
    private IAudit Audit => Store.Get<IAudit>();

    [Fact]
    public async Task ListAsync_AnEntry_TellsAllThatWasWritten()
    {
        var entry = new AuditEntry(Now, "anna", AuditedKinds.Recommender, "ours", "trained")
        {
            Version = 3,
            ApprovedBy = "ben",
            Reason = "more data",
            Before = """{"n":1}""",
            After = """{"n":2}""",
            RequestId = "r-1",
        };

        await Audit.WriteAsync(entry, Ending);

        var change = Assert.Single(await ListAsync(new AuditQuestion()));
        Assert.Equal((Now, "anna", "recommender", "ours", "trained"), (change.At, change.By, change.Kind, change.Subject, change.Action));
        Assert.Equal((3, "ben", "more data", "r-1"), (change.Version, change.ApprovedBy, change.Reason, change.RequestId));
        Assert.Equal(("""{"n":1}""", """{"n":2}"""), (change.Before?.GetRawText(), change.After?.GetRawText()));
    }

    [Fact]
    public async Task ListAsync_EachFilter_LeavesOutTheOthers()
    {
        for (var day = 0; day < 4; day++)
            await Audit.WriteAsync(new AuditEntry(Now.AddDays(day), day % 2 == 0 ? "anna" : "ben", day < 2 ? "a" : "b", $"{day}", "changed"), Ending);

        Assert.Equal(["3", "2"], await SubjectsAsync(new AuditQuestion(Kind: "b")));
        Assert.Equal(["2", "0"], await SubjectsAsync(new AuditQuestion(By: "anna")));
        Assert.Equal(["1"], await SubjectsAsync(new AuditQuestion(Subject: "1")));
        Assert.Equal(["2", "1"], await SubjectsAsync(new AuditQuestion(From: Now.AddDays(1), To: Now.AddDays(3))));
        Assert.Equal(["1"], await SubjectsAsync(new AuditQuestion("a", "1", "ben", Now, Now.AddDays(2))));
        Assert.Empty(await SubjectsAsync(new AuditQuestion(Kind: "A")));
    }

    [Fact]
    public async Task ListAsync_PageByPage_TellsEachOnce()
    {
        for (var i = 0; i < 7; i++) await Audit.WriteAsync(new AuditEntry(Now, "anna", "a", $"{i}", "changed"), Ending);

        var (told, before) = (new List<string>(), long.MaxValue);
        while (await Audit.ListAsync(new AuditQuestion(), before, 3, Ending) is { Count: > 0 } page)
        {
            told.AddRange(page.Select(change => change.Subject));
            before = page[^1].Id;
        }

        Assert.Equal(["6", "5", "4", "3", "2", "1", "0"], told);
    }

    [Fact]
    public async Task ListAsync_AMergeOfPeople_IsToldToo()
    {
        await Store.Database.WriteAsync(
            transaction => transaction.ExecuteAsync(
                "insert into audit (happened_at, actor, action, subject, details) values (1, 'ingestion', 'person.merged', 'p', '{\"from\":\"q\"}')"),
            Ending);

        var change = Assert.Single(await ListAsync(new AuditQuestion(AuditedKinds.Person, "p")));
        Assert.Equal("""{"from":"q"}""", change.After?.GetRawText());
    }

    [Fact]
    public async Task Upgrade_FromAHistoryWithoutAnAudit_TakesItOverOnce()
    {
        var rules = Store.Get<IDefinitions<ContentRule>>();
        var rule = ContentRuleDocument.Read(JsonElement.Parse(
            """{"name": "a", "conditions": {}, "actions": [{"type": "filter", "where": {}}]}""")).Value!;
        var id = (await rules.AddAsync(rule, new Edit(Now, Happenings.Added, "anna", """{"n":1}"""), Ending))!.Id;
        await rules.RemoveAsync(id, 1, new Edit(Now.AddHours(1), Happenings.Removed, "ben", null) { Reason = "over" }, Ending);
        await Store.Database.WriteAsync(transaction => transaction.ExecuteAsync("delete from audit"), Ending);

        for (var run = 0; run < 2; run++)
            await Store.Database.WriteAsync(transaction => transaction.ExecuteAsync(M202611230020WidenAudit.TakeOver), Ending);

        Assert.Equal(
            [("removed", "ben", $"{id}", 2, "over", """{"n":1}""", null), ("added", "anna", $"{id}", 1, null, null, """{"n":1}""")],
            (await ListAsync(new AuditQuestion())).Select(one => (
                one.Action, one.By, one.Subject, one.Version!.Value, one.Reason, one.Before?.GetRawText(), one.After?.GetRawText())));
    }

    private Task<IReadOnlyList<AuditedChange>> ListAsync(AuditQuestion asked) => Audit.ListAsync(asked, long.MaxValue, 10, Ending);

    private async Task<IEnumerable<string>> SubjectsAsync(AuditQuestion asked) => (await ListAsync(asked)).Select(change => change.Subject);
}
