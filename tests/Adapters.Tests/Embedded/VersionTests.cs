using PersonalizationEngine.Engine.Recommendations;
using PersonalizationEngine.Engine.Recommendations.Training;

namespace PersonalizationEngine.Adapters.Tests.Embedded;

/// <summary>What one process trains another one serves, and a restart goes on with what was trained before.</summary>
public sealed class VersionTests
{
    private readonly ModelsInMemory _models = new();

    [Fact]
    public async Task LoadAsync_FirstStart_TrainsAndStores()
    {
        using var learner = new Learner(Interactions(), models: _models);
        await learner.LoadAsync();

        Assert.Equal(1, _models.Count);
        var report = learner.Training.Report();
        Assert.Equal(await _models.FindNewestAsync(TestContext.Current.CancellationToken), report.Version);
        Assert.Equal((30, 12, 0), (report.Summary!.People, report.Summary.Items, (int)report.LearntSince));
    }

    [Fact]
    public async Task LoadAsync_AfterRestart_ServesTheSameWithoutTraining()
    {
        using var before = new Learner(Interactions(), models: _models);
        await before.LoadAsync();
        using var after = new Learner(Interactions(reversed: true), models: _models);
        await after.LoadAsync();

        Assert.Equal(1, _models.Count);
        Assert.Equal(before.Training.Report().Version, after.Training.Report().Version);
        foreach (var person in (string[])["p1", "p7", "p29"])
        {
            var (expected, found) = (await before.ItemsForAsync(person), await after.ItemsForAsync(person));
            Assert.Equal(expected.Select(item => item.ItemId), found.Select(item => item.ItemId));
            Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First.Score, pair.Second.Score, 0.01));
        }
    }

    [Fact]
    public async Task LoadAsync_DamagedModel_TrainsAnew()
    {
        using var before = new Learner(Interactions(), models: _models);
        await before.LoadAsync();
        var version = (await _models.FindNewestAsync(TestContext.Current.CancellationToken))!.Value;
        var content = (await _models.ReadAsync(version, TestContext.Current.CancellationToken))!.Content;
        content[^1] ^= 1;
        await _models.SaveAsync(new StoredModel(version, content), TestContext.Current.CancellationToken);

        using var after = new Learner(Interactions(), models: _models);
        await after.LoadAsync();

        Assert.Equal(30, after.Training.Report().Summary!.People);
        Assert.NotEmpty(await after.ItemsForAsync("p1"));
    }

    [Fact]
    public async Task AdoptAsync_AnotherProcessTrained_ServesItsModels()
    {
        using var here = new Learner(Interactions(), models: _models);
        await here.LoadAsync();
        using var there = new Learner(Interactions(), models: _models);
        await there.LoadAsync();
        await there.Training.TrainAsync(TestContext.Current.CancellationToken);

        Assert.True(await here.Training.AdoptAsync(TestContext.Current.CancellationToken));
        Assert.Equal(there.Training.Report().Version, here.Training.Report().Version);
        Assert.False(await here.Training.AdoptAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task TrainAsync_StoreAway_ServesWhatItTrained()
    {
        _models.IsAway = true;
        using var learner = new Learner(Interactions(), models: _models);
        await learner.LoadAsync();

        Assert.NotNull(learner.Training.Report().Version);
        Assert.NotEmpty(await learner.ItemsForAsync("p1"));
    }

    private static StoredInteractions Interactions(bool reversed = false)
    {
        ItemActivity[] activities = [.. Enumerable.Range(0, 30).SelectMany(person => Enumerable.Range(0, 4).Select(step =>
            Learner.Stored($"p{person}", $"i{((person % 3) * 4) + ((person + step) % 4)}", Learner.Now.AddMinutes(-100 + step))))];
        return new StoredInteractions(reversed ? [.. activities.Reverse()] : activities);
    }
}
