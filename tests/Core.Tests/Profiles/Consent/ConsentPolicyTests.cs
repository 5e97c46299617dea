using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Consent;

namespace PersonalizationEngine.Core.Tests.Profiles.Consent;

public sealed class ConsentPolicyTests
{
    public static TheoryData<string, bool?> Words { get; } =
        [.. Purposes.All.SelectMany(purpose => new bool?[] { null, true, false }.Select(said => new TheoryDataRow<string, bool?>(purpose, said)))];

    [Theory]
    [MemberData(nameof(Words))]
    public void Of_AWordIsTakenAsItIs_AndOnlySilenceFollowsTheSetting(string purpose, bool? said)
    {
        var words = said is { } granted ? new Dictionary<string, bool> { [purpose] = granted } : [];
        var one = PermissionNames.Of(purpose);

        Assert.Equal(said ?? false, new ConsentPolicy(Permissions.None).Of(words).Allow(one));
        Assert.Equal(said ?? true, new ConsentPolicy(Permissions.All).Of(words).Allow(one));
        Assert.Equal(said ?? (purpose is "analytics" or "personalization"), ConsentPolicy.Default.Of(words).Allow(one));
    }

    [Theory]
    [InlineData("website", true)]
    [InlineData("email", false)]
    [InlineData("push", true)]
    public void MaySend_NeedsTheChannelsConsent_ButForTheWebsite(string channel, bool expected) =>
        Assert.Equal(expected, Permissions.Push.MaySend(channel));

    [Fact]
    public void UnusedInputs_OfSomebodyWhoAllowsAll_IsTheSameEmptyListAlways() =>
        Assert.Same(UnusedInputs.OfDecisions(Permissions.All), UnusedInputs.OfDecisions(Permissions.Analytics | Permissions.Personalization));
}
