using PersonalizationEngine.Engine.Administration.History;

namespace PersonalizationEngine.Engine.Tests.Personalization.Playbooks;

/// <summary>People read before a change of weights are read again, since what they keep may matter now.</summary>
public sealed class SpreadChangeTests : IDisposable
{
    private readonly Definitions _definitions = new();

    public void Dispose() => _definitions.Dispose();

    [Theory]
    [InlineData(0.5, true)]
    [InlineData(1, false)]
    public async Task Refresh_CoverageChanged_MakesEverybodyOutOfDate(double coverage, bool outdated)
    {
        var experiment = Definitions.Experiment("test");
        var id = _definitions.Experiments.Put(experiment);
        await _definitions.RefreshAsync();
        var before = _definitions.Generations.Now;

        await _definitions.Experiments.ReplaceAsync(
            id, 1, experiment with { Name = "another", TrafficAllocation = coverage }, new Edit(Timing.Noon, Happenings.Changed, "anna", "{}"), TestContext.Current.CancellationToken);
        await _definitions.RefreshAsync();

        Assert.Equal(outdated, _definitions.Generations.HasChangedSince("ada", before));
    }
}
