using System.Diagnostics;
using System.Text;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Webhooks;

/// <summary>Up to 1,000 events and 1 MiB a request.</summary>
public sealed class BatchLimitTests(SharedEngine engine)
{
    private const int MiB = 1024 * 1024;

    private readonly string _user = Sent.NewId();

    private string Good => Sent.PageView(_user, "/").ToJsonString();

    [Theory]
    [InlineData("[", ",", "]")]
    [InlineData("", "\n", "")]
    public async Task Post_AThousandEvents_IsAcceptedAndOneMoreIsTooMany(string start, string separator, string end)
    {
        var answer = await SendAsync(start + string.Join(separator, Enumerable.Repeat(Good, 1000)) + end);
        Assert.Equal((200, 1000), (answer.Status, (int)answer.Json["accepted"]!));

        var tooMany = await SendAsync(start + string.Join(separator, Enumerable.Repeat(Good, 1001)) + end);
        tooMany.AssertProblem(413);
        Assert.Contains("1000", (string)tooMany.Json["detail"]!, StringComparison.Ordinal);
        Assert.Equal(1000m, await engine.Client.FactorAsync(_user, "page_views_last_7d"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_OneMebibyte_IsAcceptedAndOneByteMoreIsTooLarge(bool isChunked)
    {
        Assert.Equal(200, (await SendBytesAsync(Padded(MiB), isChunked)).Status);
        (await SendBytesAsync(Padded(MiB + 1), isChunked)).AssertProblem(413);
    }

    [Fact]
    public async Task Post_FarTooLarge_IsRefusedAndTheEngineServesOn()
    {
        (await SendBytesAsync(new byte[20 * MiB], isChunked: false)).AssertProblem(413);
        (await SendAsync(Good)).AssertOk();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \r\n\t\n")]
    [InlineData("[]")]
    [InlineData("[ \n ]")]
    public async Task Post_NoEventAtAll_Is400(string body) => (await SendAsync(body)).AssertProblem(400);

    [Theory]
    [InlineData("event=1&user=2")]
    [InlineData("<event/>")]
    [InlineData("[{}")]
    [InlineData("{\n  \"type\": \"pageview\",\n")]
    [InlineData("[{\"type\": \"pageview\"}\n{\"type\": \"pageview\"}]")]
    [InlineData("{'type': 'pageview'}")]
    public async Task Post_BodyThatIsNotJson_Is400AndSaysSo(string body)
    {
        var answer = await SendAsync(body);

        answer.AssertProblem(400);
        Assert.NotEmpty((string)answer.Json["detail"]!);
    }

    [Fact]
    public async Task Post_HugeBodyThatIsNotJson_IsNotSentBack()
    {
        var answer = await SendAsync(new string('n', MiB));

        answer.AssertProblem(400);
        Assert.InRange(answer.Body.Length, 1, 2000);
    }

    /// <summary>Each broken line costs an exception: no more of them may be looked at than a request may have events.</summary>
    [Fact]
    public async Task Post_HalfAMillionBrokenLines_IsRefusedAtOnce()
    {
        var watch = Stopwatch.StartNew();

        (await SendAsync(Good + string.Concat(Enumerable.Repeat("\nx", MiB / 2 - 500)))).AssertProblem(413);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    private byte[] Padded(int length) => Encoding.UTF8.GetBytes(Good.PadRight(length));

    private Task<EngineResponse> SendAsync(string body) => engine.Client.SendEventsAsync("rybbit", body);

    private Task<EngineResponse> SendBytesAsync(byte[] body, bool isChunked)
    {
        var request = EngineClient.Webhook("rybbit", body);
        request.Headers.Add("x-webhook-token", EngineProcess.Token);
        request.Headers.TransferEncodingChunked = isChunked;
        if (isChunked) request.Content!.Headers.ContentLength = null;
        return engine.Client.SendAsync(request);
    }
}
