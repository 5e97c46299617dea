using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Tests.Http;

public sealed class BodyLimitTests
{
    private const int Limit = 30_000_000;

    [Fact]
    public async Task Post_LargestBody_IsRead()
    {
        await using var host = await RunningHost.StartAsync(typeof(Functions));
        Assert.Equal("30000000", await host.TextAsync("POST", "length", new ByteArrayContent(new byte[Limit])));
    }

    [Fact]
    public async Task Post_LargerBodyAnnounced_Is413BeforeTheFunction()
    {
        await using var host = await RunningHost.StartAsync(typeof(Functions));
        Assert.Contains(" 413 ", await AnswerToHeadersAsync(host, "/unread", $"Content-Length: {Limit + 1}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_LargerBodyInChunks_Is413WhenItIsRead()
    {
        await using var host = await RunningHost.StartAsync(typeof(Functions));
        using var request = new HttpRequestMessage(HttpMethod.Post, "length")
        {
            Content = new ByteArrayContent(new byte[Limit + 1]),
            Headers = { TransferEncodingChunked = true },
        };
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        await ProblemAssert.IsAsync(response, HttpStatusCode.RequestEntityTooLarge);
    }

    private static async Task<string> AnswerToHeadersAsync(RunningHost host, string path, string header)
    {
        using var client = new TcpClient();
        var address = host.Client.BaseAddress!;
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: x\r\n{header}\r\n\r\n"),
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
    }

    public static class Functions
    {
        [Function("length")]
        public static async Task<IResult> Length([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
        {
            var length = 0L;
            var buffer = new byte[1 << 16];
            while (await request.Body.ReadAsync(buffer) is var read and > 0) length += read;
            return Results.Text($"{length}");
        }

        [Function("unread")]
        public static void Unread([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request) => _ = request;
    }
}
