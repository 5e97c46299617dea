using System.Text;
using Feed.Tests.Receiver;
using PersonalizationEngine.Feed.Demo.Wire;
using PersonalizationEngine.Feed.Sending;
using PersonalizationEngine.Feed.Sending.Answers;
using PersonalizationEngine.Feed.Sending.Batches;
using PersonalizationEngine.Feed.Sending.Proof;

namespace Feed.Tests.Sending;

public sealed class GroupSenderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Send_SeveralInFlight_AcknowledgesInOrder(int inFlight)
    {
        await using var engine = await ReceivingEngine.StartAsync();
        engine.Disturb = number => number % 3 == 1 ? new Disturbance(503) : null;
        var acknowledged = new List<long>();

        var report = await SendAsync(engine, Groups(20), inFlight, acknowledged);

        Assert.Null(report.Failure);
        Assert.Equal(Enumerable.Range(1, 20).Select(number => (long)number), acknowledged);
        Assert.Equal((20, 20), (report.Tally.Accepted, engine.Stored.Count));
    }

    [Fact]
    public async Task Send_FailureInTheMiddle_AcknowledgesNothingBehindIt()
    {
        await using var engine = await ReceivingEngine.StartAsync();
        engine.Disturb = number => number > 7 ? new Disturbance(404) : null;
        var acknowledged = new List<long>();

        var report = await SendAsync(engine, Groups(20), 2, acknowledged);

        Assert.StartsWith("404", report.Failure, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, acknowledged.Count).Select(number => (long)number), acknowledged);
        Assert.InRange(acknowledged.Count, 6, 7);
    }

    [Fact]
    public async Task Send_Refusals_AreCountedByReason()
    {
        await using var engine = await ReceivingEngine.StartAsync();
        engine.Refuse = wireEvent => wireEvent.GetProperty("n").GetInt32() % 5 == 0 ? ("n", "is a multiple of five") : null;

        var report = await SendAsync(engine, Groups(20), 2, []);

        Assert.Equal((16, 4), (report.Tally.Accepted, report.Tally.Refused));
        Assert.Equal([new RefusalReason("n", "is a multiple of five", 4, 5)], report.Tally.Reasons);
    }

    private static async Task<SendingReport> SendAsync(
        ReceivingEngine engine, IEnumerable<EventGroup> groups, int inFlight, List<long> acknowledged)
    {
        using var http = new HttpClient { BaseAddress = engine.Url };
        var proof = new SenderProof(Token: ReceivingEngine.Token);
        var client = new WebhookClient(http, proof, FeedProgram.Quick, TimeProvider.System);
        return await new GroupSender(client, TimeProvider.System, inFlight).SendAsync(
            groups, (group, _) => acknowledged.Add(group.Number), TestContext.Current.CancellationToken);
    }

    private static IEnumerable<EventGroup> Groups(int count) => Enumerable.Range(1, count).Select(number => new EventGroup(
        number,
        [new EventBatch($"g{number}", Endpoint.Cdp, Encoding.UTF8.GetBytes($"{{\"n\":{number}}}\n"), [number])],
        new SourcePosition(number, 0)));
}
