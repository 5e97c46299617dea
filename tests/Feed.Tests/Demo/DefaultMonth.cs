using PersonalizationEngine.Feed.Demo;

[assembly: AssemblyFixture(typeof(Feed.Tests.Demo.DefaultMonth))]

namespace Feed.Tests.Demo;

/// <summary>The month of the default options at a fixed now, made up once for all tests.</summary>
public sealed class DefaultMonth
{
    internal static readonly DemoPlan Plan =
        new(42, 2000, 300, 100_000, 28, new DateTimeOffset(2026, 6, 17, 11, 30, 0, TimeSpan.Zero));

    public DefaultMonth()
    {
        Month = DemoMonth.MakeUp(Plan);
        Sent = SentEvent.ReadAll(Month);
        Identities = new Identities(Sent);
    }

    internal DemoMonth Month { get; }
    internal IReadOnlyList<SentEvent> Sent { get; }
    internal Identities Identities { get; }
}
