using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Tests.Personalization.Playbooks;

namespace PersonalizationEngine.Engine.Tests.Administration;

/// <summary>Two people change one rule: who named a version is told, who named none wins.</summary>
public sealed class ConcurrentChangeTests : IDisposable
{
    private readonly Definitions _definitions = new();
    private readonly RuleDesk _desk;
    private readonly long _id;

    public ConcurrentChangeTests()
    {
        _desk = new RuleDesk(_definitions.Rules, _definitions.News, _definitions.Named, Timing.Clock());
        _id = _definitions.Rules.Put(Definitions.Rule("mine"));
    }

    private static CancellationToken Stopping => TestContext.Current.CancellationToken;

    public void Dispose() => _definitions.Dispose();

    [Fact]
    public async Task Replace_WithTheVersionRead_IsInForceAtOnce()
    {
        var done = Assert.IsType<Change<ContentRule>.Done>(await ReplaceAsync(1, "next"));

        Assert.Equal((2, "next"), (done.Definition.Version, done.Definition.Value.Name));
        Assert.Equal("next", Assert.Single(_definitions.Keeper.Current.Rules.Rules).Rule.Name);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Replace_WithAnotherVersion_SaysWhichThereIs(int version)
    {
        Assert.Equal(1, Assert.IsType<Change<ContentRule>.Outdated>(await ReplaceAsync(version, "next")).Version);
        Assert.Equal(1, Assert.IsType<Change<ContentRule>.Outdated>(await _desk.RemoveAsync(_id, version, Stopping)).Version);
    }

    [Fact]
    public async Task Replace_SomebodyElseInBetween_IsOutdatedOrTheLastWord()
    {
        _definitions.Rules.Meanwhile = () => ReplaceAsync(null, "theirs");
        Assert.Equal(2, Assert.IsType<Change<ContentRule>.Outdated>(await ReplaceAsync(1, "mine again")).Version);

        _definitions.Rules.Meanwhile = () => ReplaceAsync(null, "theirs again");
        Assert.Equal(4, Assert.IsType<Change<ContentRule>.Done>(await ReplaceAsync(null, "mine at last")).Definition.Version);
    }

    [Fact]
    public async Task Replace_RemovedInBetween_IsNotFound()
    {
        _definitions.Rules.Meanwhile = () => _desk.RemoveAsync(_id, null, Stopping);

        Assert.IsType<Change<ContentRule>.NotFound>(await ReplaceAsync(null, "next"));
    }

    [Fact]
    public async Task Remove_ChangedInBetween_IsOutdatedOrDone()
    {
        _definitions.Rules.Meanwhile = () => ReplaceAsync(null, "theirs");
        Assert.Equal(2, Assert.IsType<Change<ContentRule>.Outdated>(await _desk.RemoveAsync(_id, 1, Stopping)).Version);

        _definitions.Rules.Meanwhile = () => ReplaceAsync(null, "theirs again");
        Assert.IsType<Change<ContentRule>.Removed>(await _desk.RemoveAsync(_id, null, Stopping));
        Assert.Empty(_definitions.Keeper.Current.Rules.Rules);
    }

    [Fact]
    public async Task Replace_WithAnothersName_IsRefusedAndEndsWithoutAVersionToo()
    {
        _definitions.Rules.Put(Definitions.Rule("taken"));

        Assert.IsType<Change<ContentRule>.Refused>(await ReplaceAsync(1, "taken").SoonAsync());
        Assert.IsType<Change<ContentRule>.Refused>(await ReplaceAsync(null, "taken").SoonAsync());
    }

    [Fact]
    public async Task Replace_ManyAtOnceWithOneVersion_OneWins()
    {
        var changes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => ReplaceAsync(1, $"by {i}"))));

        Assert.Single(changes, change => change is Change<ContentRule>.Done);
        Assert.Equal(19, changes.Count(change => change is Change<ContentRule>.Outdated { Version: 2 }));
    }

    [Fact]
    public async Task Add_CallerGoesAwayOnceItIsWritten_IsInForceAllTheSame()
    {
        using var leaving = new CancellationTokenSource();
        _definitions.Version.Disturbance.Hang();
        var adding = _desk.AddAsync(Definitions.RuleDocument("new", "aside"), leaving.Token);
        await leaving.CancelAsync();
        _definitions.Version.Disturbance.End();

        Assert.IsType<Change<ContentRule>.Done>(await adding.SoonAsync());
        Assert.Contains("aside", _definitions.Keeper.Current.Slots);
    }

    [Fact]
    public async Task Add_StoreFailsOnceItIsWritten_IsDoneAndInForceWithTheNextRefresh()
    {
        _definitions.Rules.Listing.Fail();

        Assert.IsType<Change<ContentRule>.Done>(await _desk.AddAsync(Definitions.RuleDocument("new", "aside"), Stopping));
        Assert.DoesNotContain("aside", _definitions.Keeper.Current.Slots);

        _definitions.Rules.Listing.End();
        await _definitions.Keeper.RefreshAsync(Stopping);
        Assert.Contains("aside", _definitions.Keeper.Current.Slots);
    }

    private Task<Change<ContentRule>> ReplaceAsync(int? version, string name) =>
        _desk.ReplaceAsync(_id, version, Definitions.RuleDocument(name), Stopping);
}
