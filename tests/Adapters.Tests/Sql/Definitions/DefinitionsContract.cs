using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Definitions;

/// <summary>What holds of rules and experiments alike.</summary>
/// <typeparam name="T">The definition.</typeparam>
public abstract class DefinitionsContract<T>(IStores stores) : StoreContract(stores)
    where T : class
{
    protected IDefinitions<T> Definitions => Store.Get<IDefinitions<T>>();

    protected abstract T Make(string name);

    protected abstract string NameOf(T definition);

    /// <summary>The table, and a column of it that holds JSON.</summary>
    protected abstract (string Table, string Column) Json { get; }

    [Fact]
    public async Task AddAsync_First_HasVersionOneAndItsInstants()
    {
        var added = await AddAsync("a");

        Assert.Equal((1, Now, Now), (added.Version, added.CreatedAt, added.UpdatedAt));
        Assert.Equal("a", NameOf(added.Value));
        Assert.Equal("a", NameOf((await Definitions.FindAsync(added.Id, Ending))!.Value));
    }

    [Fact]
    public async Task FindAsync_UnknownId_IsNull()
    {
        await AddAsync("a");
        Assert.Null(await Definitions.FindAsync(4711, Ending));
    }

    [Fact]
    public async Task ListAsync_NoneYet_IsEmpty() => Assert.Empty(await Definitions.ListAsync(0, 10, Ending));

    [Fact]
    public async Task ListAsync_PagesWhileSomeComeAndGo_HaveNoGapAndNoDouble()
    {
        foreach (var name in new[] { "a", "b", "c", "d", "e" }) await AddAsync(name);
        var seen = new List<string>();
        for (long cursor = 0; await Definitions.ListAsync(cursor, 2, Ending) is { Count: > 0 } page; cursor = page[^1].Id)
        {
            seen.AddRange(page.Select(one => NameOf(one.Value)));
            if (seen.Count > 2) continue;
            Assert.True(await Definitions.RemoveAsync(page[^1].Id, 1, Ending));
            await AddAsync("f");
        }

        Assert.Equal(["a", "b", "c", "d", "e", "f"], seen);
    }

    [Fact]
    public async Task ReplaceAsync_PresentVersion_RaisesItAndKeepsTheInstantOfCreation()
    {
        var added = await AddAsync("a");
        var replaced = await Definitions.ReplaceAsync(added.Id, 1, Make("b"), Now.AddHours(1), Ending);

        Assert.Equal((added.Id, 2, Now, Now.AddHours(1)), (replaced!.Id, replaced.Version, replaced.CreatedAt, replaced.UpdatedAt));
        Assert.Equal("b", NameOf((await Definitions.FindAsync(added.Id, Ending))!.Value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task ReplaceAsync_AnotherVersion_ChangesNothing(int version)
    {
        var added = await AddAsync("a");
        await Definitions.ReplaceAsync(added.Id, 1, Make("b"), Now, Ending);

        Assert.Null(await Definitions.ReplaceAsync(added.Id, version, Make("c"), Now, Ending));
        Assert.False(await Definitions.RemoveAsync(added.Id, version, Ending));
        Assert.Equal("b", NameOf((await Definitions.FindAsync(added.Id, Ending))!.Value));
    }

    [Fact]
    public async Task ReplaceAsync_ManyAtOnceOnOneVersion_LetsOneThrough()
    {
        var added = await AddAsync("a");
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(
            number => Task.Run(() => Definitions.ReplaceAsync(added.Id, 1, Make($"w{number}"), Now, Ending))));

        var winner = Assert.Single(results, result => result is not null);
        var found = await Definitions.FindAsync(added.Id, Ending);
        Assert.Equal((2, NameOf(winner!.Value)), (found!.Version, NameOf(found.Value)));
    }

    [Fact]
    public async Task RemoveAsync_PresentVersion_LeavesNothingAndNeverGivesTheIdAgain()
    {
        var added = await AddAsync("a");

        Assert.True(await Definitions.RemoveAsync(added.Id, 1, Ending));
        Assert.False(await Definitions.RemoveAsync(added.Id, 1, Ending));
        Assert.Null(await Definitions.FindAsync(added.Id, Ending));
        Assert.True((await AddAsync("a")).Id > added.Id);
    }

    [Fact]
    public async Task ReadAsync_PlaybookVersion_RisesWithEveryChangeAndWithNothingElse()
    {
        Assert.Equal(0, await VersionAsync());
        var added = await AddAsync("a");
        Assert.Equal(1, await VersionAsync());
        await Definitions.ReplaceAsync(added.Id, 1, Make("b"), Now, Ending);
        Assert.Equal(2, await VersionAsync());

        await Definitions.ReplaceAsync(added.Id, 1, Make("c"), Now, Ending);
        await Definitions.RemoveAsync(added.Id, 1, Ending);
        await Definitions.ListAsync(0, 10, Ending);
        Assert.Equal(2, await VersionAsync());

        await Definitions.RemoveAsync(added.Id, 2, Ending);
        Assert.Equal(3, await VersionAsync());
    }

    [Theory]
    [InlineData("{ \"broken\": ")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("7")]
    public async Task ListAsync_RowsThatCannotBeRead_AreLeftOutAndTold(string json)
    {
        foreach (var name in new[] { "a", "b", "c", "d", "e" }) await AddAsync(name);
        var broken = (await Definitions.ListAsync(0, 10, Ending)).Where(one => NameOf(one.Value) is "b" or "c" or "e").Select(one => one.Id).ToList();
        await WriteJsonAsync(broken, json);

        var page = await Definitions.ListAsync(0, 2, Ending);
        Assert.Equal(["a", "d"], page.Select(one => NameOf(one.Value)));
        Assert.Empty(await Definitions.ListAsync(page[^1].Id, 2, Ending));
        Assert.All(broken, id => Assert.Contains($"Row {id} of {Json.Table} cannot be read and is left out.", Store.Log.Errors));
    }

    [Fact]
    public async Task FindAsync_RowThatCannotBeRead_IsNull()
    {
        var added = await AddAsync("a");
        await WriteJsonAsync([added.Id], "{");
        Assert.Null(await Definitions.FindAsync(added.Id, Ending));
    }

    private Task<int> WriteJsonAsync(List<long> ids, string json) => Store.Database.WriteAsync(
        transaction => transaction.ExecuteAsync($"update {Json.Table} set {Json.Column} = @json where id in @ids", new { ids, json }), Ending);

    protected Task<long> VersionAsync() => Store.Get<IPlaybookVersion>().ReadAsync(Ending);

    private async Task<Stored<T>> AddAsync(string name) => (await Definitions.AddAsync(Make(name), Now, Ending))!;
}
