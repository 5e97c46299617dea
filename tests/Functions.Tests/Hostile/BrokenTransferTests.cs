using System.Text;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Hostile;

/// <summary>Transfers that break off, lie about their length or are no HTTP at all.</summary>
public sealed class BrokenTransferTests(SharedEngine engine)
{
    /// <summary>The one code above 499 that is about the client.</summary>
    private const int VersionNotSupported = 505;

    private static readonly string[] BodyPaths =
        ["/api/v1/events", "/api/v1/admin/rules", "/api/v1/admin/experiments", "/api/v1/admin/rules/preview", "/api/v1/admin/refused-events/replay", "/webhook/cdp"];

    [Fact]
    public async Task Body_CutOffMidWay_IsRefusedWithProblemDetails()
    {
        foreach (var path in BodyPaths)
        {
            using var connection = await OpenAsync();
            await connection.SendAsync($"{Head("POST", path)}Content-Length: 1000\r\n\r\n{{\"name\": \"cut");
            connection.EndSending();

            AssertRefused(await connection.ReadAnswerAsync(), path);
        }

        await AssertWellAsync();
    }

    [Fact]
    public async Task Connection_ResetMidWay_DoesNoHarm()
    {
        foreach (var path in BodyPaths)
        {
            using var connection = await OpenAsync();
            await connection.SendAsync($"{Head("POST", path)}Content-Length: 1000\r\n\r\n{{\"name\": \"cut");
            connection.Reset();
        }

        await AssertWellAsync();
    }

    [Fact]
    public async Task Connection_ClosedBeforeTheAnswer_DoesNoHarm()
    {
        for (var i = 0; i < 30; i++)
        {
            using var connection = await OpenAsync();
            await connection.SendAsync($"{Head("GET", $"/api/v1/personalize/{Sent.NewId()}?explain=true")}\r\n");
            connection.Reset();
        }

        await AssertWellAsync();
    }

    [Theory]
    [InlineData("ZZZ\r\nnonsense\r\n")]
    [InlineData("5\r\n{\"a\":1}\r\n0\r\n\r\n")]
    [InlineData("-1\r\n\r\n")]
    [InlineData("FFFFFFFFFFFFFFFFFF\r\nx\r\n")]
    [InlineData("7FFFFFFF\r\n{")]
    public async Task Chunks_ThatAreNone_AreRefused(string chunks)
    {
        using var connection = await OpenAsync();
        await connection.SendAsync($"{Head("POST", "/api/v1/events")}Transfer-Encoding: chunked\r\n\r\n{chunks}");
        connection.EndSending();

        AssertRefused(await connection.ReadAnswerAsync(), chunks);
        await AssertWellAsync();
    }

    [Fact]
    public async Task Chunks_ThatAreSound_AreRead()
    {
        var decision = (string)(await engine.Client.PersonalizeAsync(Sent.NewId(), "slots=hero"))["decision_id"]!;
        var body = $$"""{"type": "impression", "decision_id": "{{decision}}", "slot": "hero"}""";
        using var connection = await OpenAsync();
        await connection.SendAsync($"{Head("POST", "/api/v1/events")}Transfer-Encoding: chunked\r\n\r\n");
        foreach (var part in body.Chunk(7)) await connection.SendAsync($"{part.Length:x}\r\n{new string(part)}\r\n");
        await connection.SendAsync("0\r\n\r\n");

        Assert.Equal(200, RawConnection.StatusOf(await connection.ReadAnswerAsync()));
    }

    [Fact]
    public async Task Chunks_WithoutEnd_AreCutAtTheLimit()
    {
        using var connection = await OpenAsync();
        await connection.SendAsync($"{Head("POST", "/api/v1/events")}Transfer-Encoding: chunked\r\n\r\n");
        var chunk = Encoding.UTF8.GetBytes($"10000\r\n{new string(' ', 0x10000)}\r\n");
        try
        {
            for (var i = 0; i < 40; i++) await connection.SendAsync(chunk);
        }
        catch (IOException)
        {
            // It answered and closed already.
        }

        Assert.Contains(RawConnection.StatusOf(await connection.ReadAnswerAsync()), (int[])[0, 413]);
        await AssertWellAsync();
    }

    [Theory]
    [InlineData("Content-Length: -5")]
    [InlineData("Content-Length: 99999999999999999999")]
    [InlineData("Content-Length: ten")]
    [InlineData("Content-Length: 1\r\nContent-Length: 2")]
    [InlineData("Content-Length: 2000000000")]
    public async Task Length_ThatIsNone_IsRefused(string header)
    {
        using var connection = await OpenAsync();
        await connection.SendAsync($"{Head("POST", "/api/v1/events")}{header}\r\n\r\n{{}}");
        connection.EndSending();

        AssertRefused(await connection.ReadAnswerAsync(), header);
        await AssertWellAsync();
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("GET\r\n\r\n")]
    [InlineData("GET /api/v1/health/live HTTP/9.9\r\nHost: x\r\n\r\n")]
    [InlineData("GET /api/v1/health/live HTTP/1.1\r\n\r\n")]
    [InlineData("GET /api/v1/personalize/\u0001 HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /api/v1/health/live HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n")]
    [InlineData("GET /api/v1/health/live HTTP/1.1\r\nHost: x\r\n: empty\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001\u0002\u0000\u0001\u0000")]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")]
    public async Task Bytes_ThatAreNoRequest_AreTurnedAway(string bytes)
    {
        using var connection = await OpenAsync();
        await connection.SendAsync(bytes);
        connection.EndSending();

        var status = RawConnection.StatusOf(await connection.ReadAnswerAsync());
        Assert.True(status is 0 or (>= 400 and < 500) or VersionNotSupported, $"{status}");
        await AssertWellAsync();
    }

    [Fact]
    public async Task Headers_WithoutEnd_AreTurnedAway()
    {
        using var connection = await OpenAsync();
        await connection.SendAsync($"{Head("GET", "/api/v1/health/live")}X-Long: {new string('x', 64 * 1024)}\r\n\r\n");

        Assert.Contains(RawConnection.StatusOf(await connection.ReadAnswerAsync()), (int[])[0, 431]);
        await AssertWellAsync();
    }

    private static string Head(string method, string path) =>
        $"{method} {path} HTTP/1.1\r\nHost: engine\r\nContent-Type: application/json\r\nx-functions-key: {EngineProcess.MasterKey}\r\nx-webhook-token: {EngineProcess.Token}\r\n";

    /// <summary>A client error, told in problem details unless the web server itself turned it away, or a closed connection.</summary>
    private static void AssertRefused(string answer, string sent)
    {
        var status = RawConnection.StatusOf(answer);
        Assert.True(status is 0 or (>= 400 and < 500), $"{sent}: {answer}");
        if (status == 0 || answer.Contains("Content-Length: 0", StringComparison.Ordinal)) return;
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
        Assert.Contains($"\"status\":{status}", answer, StringComparison.Ordinal);
    }

    private Task<RawConnection> OpenAsync() => RawConnection.OpenAsync(engine.Process.Address());

    private async Task AssertWellAsync() => (await engine.Client.GetAsync("/api/v1/health/ready")).AssertOk();
}
