using System.Text.Json;
using CsCheck;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Core.Rules;

namespace PersonalizationEngine.Adapters.Tests.Sql.Definitions;

public abstract class ExperimentsContract(IStores stores) : DefinitionsContract<Experiment>(stores)
{
    [Fact]
    public async Task AddAsync_AnyExperiment_ComesBackUnchanged()
    {
        var number = 0;
        var variant = Gen.Select(Anything.Text(64), Anything.TextOrNull(200), Gen.Double[0, 1], (key, name, weight) => new Variant(key, name, weight));
        var experiments = Gen.Select(
            Gen.Select(Anything.Text(200), Anything.TextOrNull(2000), Gen.Enum<ExperimentStatus>(), variant.Array[2, 20]),
            Gen.Select(Gen.Double[0, 1], Anything.Text(200), Gen.Int[1, 2], Anything.InstantOrNull, Anything.InstantOrNull),
            (what, how) => new Experiment(
                0, $"k{Interlocked.Increment(ref number)}", what.Item1, what.Item2, what.Item3, what.Item4, how.Item1, how.Item2, how.Item3, null,
                how.Item4, how.Item5));
        await experiments.SampleAsync(
            async experiment =>
            {
                var added = (await Definitions.AddAsync(experiment, Now, Ending))!;
                var found = (await Definitions.FindAsync(added.Id, Ending))!.Value;
                Assert.Equal(experiment.Variants, found.Variants);
                Assert.Equal(experiment with { Id = added.Id, Variants = [] }, found with { Variants = [] });
            },
            iter: 50, threads: 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(1)]
    public async Task ListAsync_WholeAndBrokenAllocations_AreReadFromOneTable(double allocation)
    {
        await Definitions.AddAsync(Make("whole"), Now, Ending);
        await Definitions.AddAsync(Make("any") with { TrafficAllocation = allocation }, Now, Ending);
        await Definitions.AddAsync(Make("broken") with { TrafficAllocation = 1d / 3 }, Now, Ending);
        Assert.Equal([1, allocation, 1d / 3], (await Definitions.ListAsync(0, 10, Ending)).Select(one => one.Value.TrafficAllocation));
    }

    [Fact]
    public async Task AddAsync_Targeting_ComesBackAsItWasWritten()
    {
        using var json = JsonDocument.Parse("""{ "country": { "$in": ["DE", "\u00d6"] } }""");
        var added = await Definitions.AddAsync(Make("a") with { Targeting = ConditionDocument.Restore(json.RootElement) }, Now, Ending);
        Assert.Equal(json.RootElement.GetRawText(), (await Definitions.FindAsync(added!.Id, Ending))!.Value.Targeting!.Json.GetRawText());
    }

    [Fact]
    public async Task AddAsync_WhatItIsJudgedBy_ComesBackUnchanged()
    {
        var metrics = new[]
        {
            new ExperimentMetric("errors", MetricKind.Count, "error", "/é\"", true, true, 0.02), ExperimentMetric.Of("sales", MetricKind.Revenue),
        };
        var judged = await Definitions.AddAsync(Make("judged") with { Measures = new ExperimentMeasures(metrics, false) }, Now, Ending);
        var bandit = await Definitions.AddAsync(Make("bandit") with { Measures = new ExperimentMeasures([], true) }, Now, Ending);
        var found = (await Definitions.FindAsync(judged!.Id, Ending))!.Value.Measures;
        Assert.Equal(metrics, found.Metrics);
        Assert.False(found.IsBandit);
        Assert.True((await Definitions.FindAsync(bandit!.Id, Ending))!.Value.Measures.IsBandit);
    }

    [Fact]
    public async Task AddAsync_KeyIsTaken_AddsNothing()
    {
        await Definitions.AddAsync(Make("a"), Now, Ending);
        Assert.Null(await Definitions.AddAsync(Make("a") with { Name = "another" }, Now, Ending));
        Assert.Single(await Definitions.ListAsync(0, 10, Ending));
        Assert.Equal(1, await VersionAsync());
    }

    [Fact]
    public async Task ReplaceAsync_KeyIsTaken_ChangesNothing()
    {
        await Definitions.AddAsync(Make("a"), Now, Ending);
        var other = await Definitions.AddAsync(Make("b"), Now, Ending);
        Assert.Null(await Definitions.ReplaceAsync(other!.Id, 1, Make("a"), Now, Ending));
        Assert.Equal(("b", 1), ((await Definitions.FindAsync(other.Id, Ending))!.Value.Key, (await Definitions.FindAsync(other.Id, Ending))!.Version));
    }

    [Fact]
    public async Task AddAsync_KeyOfARemovedOne_CanBeUsedAgain()
    {
        var removed = await Definitions.AddAsync(Make("a"), Now, Ending);
        await Definitions.RemoveAsync(removed!.Id, 1, Ending);
        Assert.NotNull(await Definitions.AddAsync(Make("a"), Now, Ending));
    }

    [Fact]
    public async Task AddAsync_SomethingElseIsWrong_IsNotTakenForATakenKey() =>
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Definitions.AddAsync(Make("a") with { Name = null! }, Now, Ending));

    protected override (string Table, string Column) Json => ("ab_experiments", "variants");

    protected override Experiment Make(string name) => new(
        0, name, "Experiment", null, ExperimentStatus.Draft, [new Variant("control", null, 0.5), new Variant("treatment", "Neu", 0.5)],
        1, name, 2, null, null, null);

    protected override string NameOf(Experiment definition) => definition.Key;
}
