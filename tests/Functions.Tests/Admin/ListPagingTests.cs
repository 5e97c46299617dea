using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Admin;

/// <summary>Lists go on by cursor, so that what is added or removed meanwhile neither repeats nor hides anything older.</summary>
public sealed class ListPagingTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    public static TheoryData<string> Lists => ["rules", "experiments", "refused-events"];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task List_PageByPage_ShowsEveryOneOnceInOrder(string list)
    {
        var added = await AddAsync(list, 7);
        var read = await ReadAllAsync(list, 3);

        Assert.Equal(read.Order(), read);
        Assert.Equal(read.Distinct(), read);
        Assert.Subset(read.ToHashSet(), added.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task List_WhileMoreAreAdded_NeitherRepeatsNorSkips(string list)
    {
        var before = await AddAsync(list, 10);
        var read = await ReadAllAsync(list, 4, whileReading: () => AddAsync(list, 2), pages: 60);

        Assert.Equal(read.Distinct(), read);
        Assert.Subset(read.ToHashSet(), before.ToHashSet());
    }

    [Fact]
    public async Task List_WhileReadOnesAreDeleted_SkipsNone()
    {
        var added = await AddAsync("rules", 12);
        var read = new List<long>();
        string? cursor = null;
        do
        {
            var page = (await engine.Client.AdminAsync(HttpMethod.Get, $"rules?limit=5{cursor}")).AssertOk().Json;
            var ids = page["items"]!.AsArray().Select(item => (long)item!["id"]!).ToList();
            read.AddRange(ids);
            foreach (var id in ids.Where(added.Contains)) await engine.Client.AdminAsync(HttpMethod.Delete, $"rules/{id}");
            cursor = page["next_cursor"] is { } next ? $"&cursor={Uri.EscapeDataString((string)next!)}" : null;
        }
        while (cursor is not null);

        Assert.Subset(read.ToHashSet(), added.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task List_Shape_IsItemsAndACursor(string list)
    {
        await AddAsync(list, 2);
        var page = (await engine.Client.AdminAsync(HttpMethod.Get, $"{list}?limit=1")).AssertOk().Json;

        page.AssertShape("items:array", "next_cursor:string?");
        Assert.Single(page["items"]!.AsArray());
        Assert.NotNull(page["next_cursor"]);
    }

    [Theory]
    [InlineData("limit=1", null)]
    [InlineData("limit=200", null)]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=", "limit")]
    [InlineData("limit=1e2", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("cursor=", "cursor")]
    [InlineData("cursor=5", "cursor")]
    [InlineData("cursor=%F0%9F%98%80", "cursor")]
    [InlineData("cursor=YWZ0ZXI6LTE=", "cursor")]
    [InlineData("cursor=YWZ0ZXI6OTk5OTk5OTk5OTk5OTk5OTk5OTk5", "cursor")]
    public async Task List_Query_IsHeldToItsLimits(string query, string? field)
    {
        foreach (var list in (string[])["rules", "experiments", "refused-events"])
        {
            var answer = await engine.Client.AdminAsync(HttpMethod.Get, $"{list}?{query}");
            if (field is null) answer.AssertOk();
            else answer.AssertProblem(400, field);
        }
    }

    private async Task<List<long>> ReadAllAsync(string list, int limit, Func<Task>? whileReading = null, int pages = int.MaxValue)
    {
        var read = new List<long>();
        string? cursor = null;
        for (var page = 0; page == 0 || cursor is not null; page++)
        {
            var answer = (await engine.Client.AdminAsync(HttpMethod.Get, $"{list}?limit={limit}{cursor}")).AssertOk().Json;
            read.AddRange(answer["items"]!.AsArray().Select(item => (long)item!["id"]!));
            cursor = answer["next_cursor"] is { } next ? $"&cursor={Uri.EscapeDataString((string)next!)}" : null;
            if (whileReading is not null && page < pages) await whileReading();
        }

        return read;
    }

    /// <returns>The new ids, as the list names them.</returns>
    private async Task<List<long>> AddAsync(string list, int count)
    {
        var ids = new List<long>();
        var before = list == "refused-events" ? await ReadAllAsync(list, 200) : [];
        for (var i = 0; i < count; i++)
        {
            if (list == "rules") ids.Add(await engine.Client.AddRuleAsync(Defined.Rule(Defined.For("nobody"), Defined.Show("banner", i))));
            else if (list == "experiments") ids.Add(await engine.Client.AddExperimentAsync(Defined.Experiment(Defined.NewKey(), "a", "b").With("status", "draft")));
            else await engine.Client.SendEventsAsync("rybbit", $$"""{"type": "no such type", "event_id": "{{Sent.NewId()}}"}""");
        }

        return list == "refused-events" ? [.. (await ReadAllAsync(list, 200)).Except(before)] : ids;
    }
}
