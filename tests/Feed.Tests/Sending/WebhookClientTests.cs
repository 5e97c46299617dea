using System.Text;
using Feed.Tests.Receiver;
using PersonalizationEngine.Feed.Demo.Wire;
using PersonalizationEngine.Feed.Sending;
using PersonalizationEngine.Feed.Sending.Answers;
using PersonalizationEngine.Feed.Sending.Batches;
using PersonalizationEngine.Feed.Sending.Proof;
using PersonalizationEngine.Feed.Sending.Retries;

namespace Feed.Tests.Sending;

public sealed class WebhookClientTests
{
    private static readonly EventBatch Batch =
        new("b_1", Endpoint.Rybbit, Encoding.UTF8.GetBytes("{\"n\":1}\n{\"n\":2}\n"), [11, 12]);

    private readonly ImmediateTime _time = new();

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(0)]
    public async Task Send_TroubleThatPasses_SendsAgainUnderTheSameId(int status)
    {
        await using var engine = await ReceivingEngine.StartAsync();
        engine.Disturb = number => number <= 2 ? new Disturbance(status) : null;

        var answered = Assert.IsType<Delivery.Answered>(await SendAsync(engine));

        Assert.Equal((2, 0), (answered.Answer.Accepted, answered.Answer.Duplicates));
        Assert.Equal(["b_1", "b_1", "b_1"], engine.Requests.Select(request => request.Id));
        Assert.Equal(2, _time.Waits.Count);
    }

    [Fact]
    public async Task Send_AnswerLost_CountsOnce()
    {
        await using var engine = await ReceivingEngine.StartAsync();
        engine.Disturb = number => number == 1 ? new Disturbance(0, StoresFirst: true) : null;

        var answered = Assert.IsType<Delivery.Answered>(await SendAsync(engine));

        Assert.Equal((0, 2), (answered.Answer.Accepted, answered.Answer.Duplicates));
        Assert.Equal(2, engine.Stored.Count);
    }

    [Fact]
    public async Task Send_RetryAfter_IsObeyed()
    {
        await using var engine = await ReceivingEngine.StartAsync();
        engine.Disturb = number => number == 1 ? new Disturbance(429, RetryAfterSeconds: 7) : null;

        Assert.IsType<Delivery.Answered>(await SendAsync(engine));

        Assert.Equal([TimeSpan.FromSeconds(7)], _time.Waits);
    }

    [Fact]
    public async Task Send_RetryAfterBeyondPatience_GivesUpAtOnce()
    {
        await using var engine = await ReceivingEngine.StartAsync();
        engine.Disturb = _ => new Disturbance(503, RetryAfterSeconds: 7200);

        var failed = Assert.IsType<Delivery.Failed>(await SendAsync(engine));

        Assert.Contains("120 minutes", failed.Reason, StringComparison.Ordinal);
        Assert.Single(engine.Requests);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(302)]
    public async Task Send_AnswerThatWillNotChange_IsNotRepeated(int status)
    {
        await using var engine = await ReceivingEngine.StartAsync();
        engine.Disturb = _ => new Disturbance(status);

        Assert.IsType<Delivery.Failed>(await SendAsync(engine));
        Assert.Single(engine.Requests);
    }

    [Fact]
    public async Task Send_TroubleThatStays_EndsWithItsReason()
    {
        await using var engine = await ReceivingEngine.StartAsync();
        engine.Disturb = _ => new Disturbance(503);

        var failed = Assert.IsType<Delivery.Failed>(await SendAsync(engine));

        Assert.Contains("answers 503", failed.Reason, StringComparison.Ordinal);
        Assert.Equal(RetryPolicy.Default.Attempts, engine.Requests.Count);
    }

    [Fact]
    public async Task Send_WrongSecret_SaysSo()
    {
        await using var engine = await ReceivingEngine.StartAsync();

        var failed = Assert.IsType<Delivery.Failed>(await SendAsync(engine, new SenderProof(Token: "wrong")));

        Assert.StartsWith("401", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_EveryEventRefused_TellsTheReasons()
    {
        await using var engine = await ReceivingEngine.StartAsync();
        engine.Refuse = _ => ("type", "is not known");

        var answered = Assert.IsType<Delivery.Answered>(await SendAsync(engine, new SenderProof(Token: ReceivingEngine.Token)));

        Assert.Equal(2, answered.Answer.Refused);
        Assert.Equal(new Refusal(12, "type", "is not known"), answered.Answer.Refusals[1]);
    }

    private async Task<Delivery> SendAsync(ReceivingEngine engine, SenderProof? proof = null)
    {
        using var http = new HttpClient { BaseAddress = engine.Url };
        Assert.True(WebhookSecret.Parse(ReceivingEngine.Secret).TryGet(out var secret, out _));
        var client = new WebhookClient(http, proof ?? new SenderProof(secret), RetryPolicy.Default, _time);
        return await client.SendAsync(Batch, TestContext.Current.CancellationToken);
    }
}
