using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Tests.Recommendations.Models;

public sealed class SessionRulesTests
{
    private static readonly InteractionMatrix Sessions = Histories.Of(4, [0, 1, 2], [1, 0, 3]);

    [Fact]
    public void Train_Sequential_AheadOnlyAndFadingWithDistance()
    {
        var model = new SessionRulesTrainer(SessionRuleSettings.Sequential).Train(Sessions);

        Assert.Equal([0, 1, 0.5f, 1], model.Said(0, 4));
        Assert.Equal([1, 0, 1, 0.5f], model.Said(1, 4));
        Assert.Equal([0, 0, 0, 0], model.Said(2, 4));
    }

    [Fact]
    public void Train_CoOccurrence_CountsSharedSessions()
    {
        var model = new SessionRulesTrainer(SessionRuleSettings.CoOccurrence).Train(Sessions);

        Assert.Equal([0, 2, 1, 1], model.Said(0, 4));
        Assert.Equal([1, 1, 0, 0], model.Said(2, 4));
    }

    [Fact]
    public void Train_ShortWindow_OnlyNextTo()
    {
        var model = new SessionRulesTrainer(SessionRuleSettings.CoOccurrence with { Window = 1 }).Train(Sessions);

        Assert.Equal([0, 2, 0, 1], model.Said(0, 4));
    }

    [Fact]
    public void Train_FewRules_TheStrongest()
    {
        var model = new SessionRulesTrainer(SessionRuleSettings.CoOccurrence with { MostPerItem = 1 }).Train(Sessions);

        Assert.Equal([0, 2, 0, 0], model.Said(0, 4));
    }
}
