using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Recommendations;

public sealed class RecommenderSettingsTests
{
    public static TheoryData<string, RecommenderSettings> OutOfRange => new()
    {
        { nameof(RecommenderSettings.PopularityHalfLife), new() { PopularityHalfLife = TimeSpan.Zero } },
        { nameof(RecommenderSettings.TrendingHalfLife), new() { TrendingHalfLife = TimeSpan.FromDays(366) } },
        { nameof(RecommenderSettings.TrendingFloor), new() { TrendingFloor = 0 } },
        { nameof(RecommenderSettings.NeighboursPerItem), new() { NeighboursPerItem = 0 } },
        { nameof(RecommenderSettings.Shrinkage), new() { Shrinkage = -1 } },
        { nameof(RecommenderSettings.HistoryCap), new() { HistoryCap = 9 } },
        { nameof(RecommenderSettings.HistoryPositionDecay), new() { HistoryPositionDecay = 1.01 } },
        { nameof(RecommenderSettings.UserNeighbours), new() { UserNeighbours = -1 } },
        { nameof(RecommenderSettings.UserScanLimit), new() { UserScanLimit = 0 } },
        { nameof(RecommenderSettings.AudienceCap), new() { AudienceCap = 0 } },
        { nameof(RecommenderSettings.PersonalBlendConstant), new() { PersonalBlendConstant = double.NaN } },
        { nameof(RecommenderSettings.ContextWeight), new() { ContextWeight = 2 } },
        { nameof(RecommenderSettings.SessionWindow), new() { SessionWindow = 0 } },
        { nameof(RecommenderSettings.SessionGap), new() { SessionGap = TimeSpan.FromDays(2) } },
        { nameof(RecommenderSettings.OpenSessions), new() { OpenSessions = 0 } },
        { nameof(RecommenderSettings.SessionPartners), new() { SessionPartners = 0 } },
        { nameof(RecommenderSettings.ExploreEvery), new() { ExploreEvery = -1 } },
    };

    [Fact]
    public void Problems_Defaults_None() => Assert.Empty(new RecommenderSettings().Problems());

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Problems_OutOfRange_NamesTheSetting(string setting, RecommenderSettings settings) =>
        Assert.Contains(setting, Assert.Single(settings.Problems()));

    [Fact]
    public void Recommender_TwoFaults_RefusesAndNamesBoth()
    {
        var refusal = Assert.Throws<ArgumentException>(() => new Recommender(new() { HistoryCap = 0, Shrinkage = -1 }));

        Assert.Contains(nameof(RecommenderSettings.HistoryCap), refusal.Message);
        Assert.Contains(nameof(RecommenderSettings.Shrinkage), refusal.Message);
    }
}
