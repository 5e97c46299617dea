using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Recommendations.Evaluation.Logged;

namespace PersonalizationEngine.Core.Tests.Recommendations.Evaluation.Logged;

public sealed class LoggedPoliciesTests
{
    [Theory]
    [InlineData(4, 0, 0, 1, 0.25, 1, 1)]
    [InlineData(4, 1, 0, 2, 0.25, 0, 0.5)]
    [InlineData(4, 3, 2, 1, 0.25, 0, 0)]
    [InlineData(1, 0, 0, 1, 1, 1, 1)]
    public void All_OneChoice_TellHowLikelyItWouldHaveBeenTheirs(
        int eligible, int newer, int moreClicked, int equallyClicked, double uniform, double newest, double mostClicked)
    {
        var choice = new ExplorationChoice(0.5, eligible, newer, moreClicked, equallyClicked);

        Assert.Equal(
            [("uniform", uniform), ("newest_first", newest), ("most_clicked", mostClicked)],
            LoggedPolicies.All.Select(policy => (policy.Name, policy.TargetOf(choice))));
    }
}
