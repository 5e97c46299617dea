using DurableBehaviour.Cases;

namespace EmbeddedHost.Tests.Durable;

/// <summary>
/// What orchestrations do, written once against <c>DurableTaskClient</c>. With <c>DURABLE_BEHAVIOUR_URL</c> the same cases run
/// on another host, such as Azure's: docs/two-hosts.md.
/// </summary>
public sealed class BehaviourTests(BehaviourApp app) : IClassFixture<BehaviourApp>
{
    public static TheoryData<string> Names => [.. AllCases.ByName.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Case_OnThisHost_IsAsItMustBe(string name)
    {
        var verdict = await app.VerdictAsync(name);
        Assert.True(verdict.Passed, verdict.Reason);
    }
}
