using System.Text.Json;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Recommendations.Blending;
using PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

namespace PersonalizationEngine.Core.Tests.Recommendations.Evaluation.OwnData;

public sealed class OwnDataEvaluationTests
{
    private static readonly OwnDataEvaluation Evaluation = new(new RecommenderSettings());

    [Theory]
    [InlineData(EvaluationProtocol.Temporal)]
    [InlineData(EvaluationProtocol.Random)]
    public void Run_PeopleOfTwoTastes_FindsThatTasteBeatsPopularity(EvaluationProtocol protocol)
    {
        var report = Evaluation.Run(TwoTastes.Of(people: 80, met: 10), new OwnDataOptions { Protocols = [protocol] }).Protocols.Single();

        Assert.Null(report.Reason);
        Assert.Equal((80, 80), (report.AblePeople, report.JudgedPeople));
        Assert.Equal([null, .. Enum.GetValues<BlendPart>().Select(part => (BlendPart?)part)], report.Contenders.Select(each => each.Part));
        var (served, popular) = (report.Contenders[0].Everybody, report.Contenders.Single(each => each.Part == BlendPart.Popular).Everybody);
        Assert.True(served.Recall.Low > popular.Recall.High, $"{served} {popular}");
        Assert.True(served.Diversity!.Value.Value < popular.Diversity!.Value.Value);
        Assert.All(report.Contenders, each => Assert.InRange(each.Everybody.Coverage, 0.01, 1));
    }

    [Fact]
    public void Run_Again_HeardInAnyOrderAndOnAnyNumberOfCores_TellsTheSame()
    {
        (int Cores, bool IsReversed)[] ways = [(1, false), (1, true), (2, false)];

        var figures = ways.Select(way => JsonSerializer.Serialize(
            Evaluation.Run(TwoTastes.Of(people: 60, met: 6, way.IsReversed), new OwnDataOptions { People = 40, Cores = way.Cores }).Protocols));

        Assert.Single(figures.Distinct());
    }

    [Fact]
    public void Run_MorePeopleThanAskedFor_JudgesASampleInBands()
    {
        var report = Evaluation.Run(TwoTastes.Of(people: 60, met: 10), new OwnDataOptions { People = 25, K = 5 });

        Assert.All(report.Protocols, protocol => Assert.Equal((60, 25), (protocol.AblePeople, protocol.JudgedPeople)));
        Assert.All(report.Protocols.SelectMany(protocol => protocol.Contenders), each =>
        {
            Assert.Equal((25, 8), (each.Bands.Single().People, each.Bands.Single().FromItems));
            Assert.InRange(each.Everybody.Precision.Value, 0, 0.401);
        });
    }

    /// <summary>Were anything of the time after the cut learnt, the item that only came then would be known.</summary>
    [Fact]
    public void Run_ItemThatCameAfterTheCut_IsUnknownThen()
    {
        var interactions = Enumerable.Range(0, 40).SelectMany(person => ((int[])[8, 7, 6, 5])
            .Select(day => World.View($"p{person}", $"i{day}", day))
            .Append(World.View($"p{person}", "late", 1)));

        var report = Evaluation.Run(World.After(interactions).DataToEvaluate([]), new OwnDataOptions { Protocols = [EvaluationProtocol.Temporal] });

        var temporal = report.Protocols.Single();
        Assert.Equal((160, 40, 40, 0), (temporal.LearntPairs, temporal.HiddenPairs, temporal.UnknownPairs, temporal.AblePeople));
        Assert.Empty(temporal.Contenders);
    }

    [Theory]
    [InlineData(0, "there are 0.")]
    [InlineData(19, "there are 19.")]
    public void Run_TooFewPeople_SaysHowManyAreNeeded(int people, string expected)
    {
        var report = Evaluation.Run(TwoTastes.Of(people, met: 10), new OwnDataOptions());

        Assert.All(report.Protocols, protocol =>
        {
            Assert.StartsWith("20 people are needed", protocol.Reason, StringComparison.Ordinal);
            Assert.EndsWith(expected, protocol.Reason, StringComparison.Ordinal);
            Assert.Equal((0, 0), (protocol.JudgedPeople, protocol.Contenders.Count));
        });
    }

    [Theory]
    [InlineData(0, 100, 1)]
    [InlineData(51, 100, 1)]
    [InlineData(10, 19, 1)]
    [InlineData(10, 100_001, 1)]
    [InlineData(10, 100, 0)]
    public void Run_OptionOutOfRange_IsAFaultOfTheCaller(int k, int people, int cores) => Assert.Throws<ArgumentOutOfRangeException>(
        () => Evaluation.Run(TwoTastes.Of(1, 1), new OwnDataOptions { K = k, People = people, Cores = cores }));
}
