using PersonalizationEngine.Core.Recommendations.Models;
using PersonalizationEngine.Core.Recommendations.Models.Factors;
using PersonalizationEngine.Core.Recommendations.Models.Linear;

namespace PersonalizationEngine.Core.Tests.Recommendations.Models;

public sealed class ModelSettingsTests
{
    private static readonly InteractionMatrix Empty = new InteractionMatrixBuilder().Build(0);

    public static TheoryData<string, EaseSettings> EaseOutOfRange => new()
    {
        { nameof(EaseSettings.Lambda), new() { Lambda = 0 } },
        { nameof(EaseSettings.WeightsPerItem), new() { WeightsPerItem = -1 } },
        { nameof(EaseSettings.MinimumInteractions), new() { MinimumInteractions = 0 } },
        { nameof(EaseSettings.MostHeadItems), new() { MostHeadItems = 46_341 } },
        { nameof(EaseSettings.Cores), new() { Cores = 0 } },
    };

    public static TheoryData<string, FactorSettings> FactorsOutOfRange => new()
    {
        { nameof(FactorSettings.Factors), new() { Factors = 0 } },
        { nameof(FactorSettings.Sweeps), new() { Sweeps = 101 } },
        { nameof(FactorSettings.UnseenWeight), new() { UnseenWeight = 0 } },
        { nameof(FactorSettings.Lambda), new() { Lambda = double.NaN } },
        { nameof(FactorSettings.FrequencyExponent), new() { FrequencyExponent = 1.5 } },
        { nameof(FactorSettings.MinimumInteractions), new() { MinimumInteractions = 0 } },
        { nameof(FactorSettings.Cores), new() { Cores = 257 } },
    };

    [Theory]
    [MemberData(nameof(EaseOutOfRange))]
    public void EaseTrainer_OutOfRange_NamesTheSetting(string setting, EaseSettings settings) =>
        Assert.Contains(setting, Assert.Throws<ArgumentException>(() => new EaseTrainer(settings).Train(Empty)).Message);

    [Theory]
    [MemberData(nameof(FactorsOutOfRange))]
    public void FactorTrainer_OutOfRange_NamesTheSetting(string setting, FactorSettings settings) =>
        Assert.Contains(setting, Assert.Throws<ArgumentException>(() => new FactorTrainer(settings).Train(Empty)).Message);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Solve_LambdaNotAboveZero_Throws(double lambda) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EaseGram(Empty, new EaseSettings()).Solve(lambda));
}
