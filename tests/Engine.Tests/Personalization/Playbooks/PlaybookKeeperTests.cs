using PersonalizationEngine.Core.Experiments;

namespace PersonalizationEngine.Engine.Tests.Personalization.Playbooks;

public sealed class PlaybookKeeperTests : IDisposable
{
    private readonly Definitions _definitions = new();

    public void Dispose() => _definitions.Dispose();

    [Fact]
    public void Current_NothingReadYet_HasTheFallbacksAndSaysSo()
    {
        Assert.Equal(-1, _definitions.Keeper.Current.Version);
        Assert.Equal(["hero"], _definitions.Keeper.Current.Slots);
    }

    [Fact]
    public async Task Refresh_StoreEmpty_IsLoadedAllTheSame()
    {
        Assert.True(await _definitions.RefreshAsync());
        Assert.Equal(0, _definitions.Keeper.Current.Version);
    }

    [Fact]
    public async Task Refresh_VersionUnchanged_ReadsNothingElse()
    {
        await _definitions.RefreshAsync();
        var playbook = _definitions.Keeper.Current;

        Assert.False(await _definitions.RefreshAsync());
        Assert.Same(playbook, _definitions.Keeper.Current);
        Assert.Equal((1, 1), (_definitions.Rules.Listing.Calls, _definitions.Experiments.Listing.Calls));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(499)]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(1000)]
    public async Task Refresh_ManyPages_ReadsEveryRuleOnce(int count)
    {
        for (var i = 0; i < count; i++) _definitions.Rules.Put(Definitions.Rule($"rule {i}"));
        await _definitions.RefreshAsync();

        Assert.Equal(Enumerable.Range(1, count).Select(id => (long)id), _definitions.Keeper.Current.Rules.Rules.Select(rule => rule.Rule.Id));
        Assert.Equal((count / 500) + 1, _definitions.Rules.Pages.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refresh_StoreFails_KeepsTheLastPlaybookAndTriesAgain(bool rulesFail)
    {
        _definitions.Rules.Put(Definitions.Rule("first"));
        await _definitions.RefreshAsync();
        var good = _definitions.Keeper.Current;

        var listing = rulesFail ? _definitions.Rules.Listing : _definitions.Experiments.Listing;
        listing.Fail();
        _definitions.Rules.Put(Definitions.Rule("second", "aside"));
        await Assert.ThrowsAsync<IOException>(_definitions.RefreshAsync);
        Assert.Same(good, _definitions.Keeper.Current);

        listing.End();
        Assert.True(await _definitions.RefreshAsync());
        Assert.Equal(["aside", "hero"], _definitions.Keeper.Current.Slots);
    }

    [Fact]
    public async Task Refresh_ChangeWhileReading_IsSeenByTheNextOne()
    {
        _definitions.Experiments.Listing.Hang();
        var first = _definitions.RefreshAsync();
        await Timing.UntilAsync(() => _definitions.Experiments.Listing.Calls == 1);
        _definitions.Rules.Put(Definitions.Rule("late"));
        _definitions.Experiments.Listing.End();

        Assert.True(await first);
        Assert.Empty(_definitions.Keeper.Current.Rules.Rules);
        Assert.True(await _definitions.RefreshAsync());
        Assert.Single(_definitions.Keeper.Current.Rules.Rules);
    }

    [Fact]
    public async Task Refresh_ManyAtOnce_ReadOneAfterTheOtherAndOnce()
    {
        _definitions.Rules.Listing.Hang();
        var all = Enumerable.Range(0, 20).Select(_ => Task.Run(_definitions.RefreshAsync)).ToList();
        await Timing.UntilAsync(() => _definitions.Rules.Listing.Calls == 1);
        _definitions.Rules.Listing.End();

        Assert.Single(await Task.WhenAll(all), refreshed => refreshed);
        Assert.Equal(1, _definitions.Rules.Listing.Calls);
    }

    [Fact]
    public async Task Refresh_CallerGoesAway_LeavesTheNextOneFree()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _definitions.Keeper.RefreshAsync(new CancellationToken(true)));

        Assert.True(await _definitions.RefreshAsync());
    }

    [Fact]
    public async Task Refresh_AnExperimentThatCannotBeUsed_LeavesTheOthersInForce()
    {
        var sound = Definitions.Experiment("sound");
        _definitions.Experiments.Put(sound with { Key = "empty", Variants = [] });
        _definitions.Experiments.Put(sound with { Key = "nothing", Variants = null! });
        _definitions.Experiments.Put(sound);
        _definitions.Rules.Put(Definitions.Rule("rule"));

        Assert.True(await _definitions.RefreshAsync());
        Assert.Equal(["sound"], _definitions.Keeper.Current.Experiments.Select(compiled => compiled.Experiment.Key));
        Assert.Single(_definitions.Keeper.Current.Rules.Rules);
    }

    [Fact]
    public async Task Refresh_Definitions_CarryTheIdsOfTheStore()
    {
        _definitions.Experiments.Put(Definitions.Experiment("first"));
        _definitions.Experiments.Put(Definitions.Experiment("second", "draft"));
        await _definitions.RefreshAsync();

        Assert.Equal([(1L, ExperimentStatus.Running), (2L, ExperimentStatus.Draft)],
            _definitions.Keeper.Current.Experiments.Select(compiled => (compiled.Experiment.Id, compiled.Experiment.Status)));
    }
}
