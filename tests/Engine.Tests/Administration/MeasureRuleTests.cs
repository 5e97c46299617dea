using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.Holdouts;
using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Tests.Personalization.Playbooks;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Administration;

public sealed class MeasureRuleTests : IDisposable
{
    private readonly Definitions _definitions = new();
    private readonly RuleExposuresInMemory _exposures = new();

    public void Dispose() => _definitions.Dispose();

    [Fact]
    public async Task RunAsync_EnoughOfBoth_GivesTheLiftWithItsInterval()
    {
        // 10 % against 5 %: twice as many. By hand: (0.9/0.1/1900 + 0.95/0.05/100) of the delta method, times 2 squared.
        var results = await MeasureAsync(new RuleGroup(1900, 190), new RuleGroup(100, 5));

        Assert.Equal(1, results.Lift!.Value.Value, 9);
        Assert.Equal(2 * Math.Sqrt((0.9 / 0.1 / 1900) + (0.95 / 0.05 / 100)), results.Lift.Value.Error, 9);
        Assert.Equal(("not_proven_yet", null), (results.Verdict, results.Note));
        Assert.True(results.MissingPeople > 0);
    }

    [Theory]
    [InlineData(9500, 1900, 500, 50, "better")]
    [InlineData(9500, 950, 500, 100, "worse")]
    [InlineData(9500, 950, 500, 50, "not_proven_yet")]
    public async Task RunAsync_ManyPeople_SaysWhichIsProven(long treated, long converted, long held, long heldConverted, string verdict) =>
        Assert.Equal(verdict, (await MeasureAsync(new RuleGroup(treated, converted), new RuleGroup(held, heldConverted))).Verdict);

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(190, 90, 10, 5)]
    [InlineData(380, 90, 20, 4)]
    [InlineData(380, 380, 20, 10)]
    public async Task RunAsync_TooFew_SaysThatItIsTooEarly(long treated, long converted, long held, long heldConverted)
    {
        var results = await MeasureAsync(new RuleGroup(treated, converted), new RuleGroup(held, heldConverted));

        Assert.Null(results.Lift);
        Assert.Equal("not_proven_yet", results.Verdict);
        Assert.StartsWith("It is too early to tell", results.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_GroupsOfOtherSizesThanTheShareMakes_GivesNoVerdict()
    {
        var results = await MeasureAsync(new RuleGroup(5000, 1000), new RuleGroup(5000, 500));

        Assert.Equal("not_proven_yet", results.Verdict);
        Assert.Contains("sizes", results.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_NobodyIsHeldOut_SaysSo() =>
        Assert.Contains("is 0", (await MeasureAsync(new RuleGroup(9, 1), RuleGroup.Nobody, share: 0)).Note, StringComparison.Ordinal);

    [Fact]
    public async Task RunAsync_UnknownRule_IsNull() => Assert.Null(await Measure(0.05).RunAsync(4711, TimeSpan.FromDays(1), null, CancellationToken.None));

    private async Task<RuleResults> MeasureAsync(RuleGroup treated, RuleGroup held, double share = 0.05)
    {
        _exposures.Groups = new RuleGroups(treated, held, 0);
        var id = _definitions.Rules.Put(Definitions.Rule("measured"));
        return (await Measure(share).RunAsync(id, TimeSpan.FromDays(30), null, TestContext.Current.CancellationToken))!;
    }

    private MeasureRule Measure(double share) =>
        new(new RuleDesk(_definitions.Rules, _definitions.News, _definitions.Named, Timing.Clock()), _exposures, new HoldoutDefault(share), Timing.Clock());
}
