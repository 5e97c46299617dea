using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using PersonalizationEngine.Engine.Delivery.Posting;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Webhooks;

/// <summary>Signed posts over HTTP.</summary>
internal sealed class WebhookPost(IHttpClientFactory clients, TimeProvider time) : IWebhookPost
{
    private const int LongestAnswer = 4096;

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public async Task<PostOutcome> SendAsync(SignedPost post, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(post.Timeout, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var client = clients.CreateClient(post.AllowsPrivate ? WebhookClients.Trusted : WebhookClients.Guarded);
        try
        {
            using var request = Request(post);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ending.Token);
            var body = await ReadAsync(answer.Content, ending.Token);
            return new PostOutcome.Answered((int)answer.StatusCode, RetryAfter.Of(answer.Headers.RetryAfter, time.GetUtcNow()), body);
        }
        catch (HttpRequestException exception)
        {
            return Unanswered(exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            // While connecting has its own limit, which is reported as a time-out inside, nothing was sent.
            var isConnecting = !limit.IsCancellationRequested && exception.InnerException is TimeoutException;
            return new PostOutcome.Unanswered(isConnecting ? "not_connected" : "timed_out", MayHaveArrived: !isConnecting);
        }
    }

    private HttpRequestMessage Request(SignedPost post)
    {
        var seconds = time.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, post.Address) { Content = new ReadOnlyMemoryContent(post.Body) };
        request.Content.Headers.ContentType = Json;
        request.Headers.TryAddWithoutValidation("webhook-id", post.Id);
        request.Headers.TryAddWithoutValidation("webhook-timestamp", seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("webhook-signature", post.Signer.Sign(post.Id, seconds, post.Body.Span));
        request.Headers.TryAddWithoutValidation("Idempotency-Key", post.Id);
        if (post.Address.UserInfo.Length > 0)
        {
            var user = Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(post.Address.UserInfo)));
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", user);
        }

        return request;
    }

    /// <summary>As much as is of use; what an answer says after its status must not turn it into a failure.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var buffer = new byte[content.Headers.ContentLength is { } length and < LongestAnswer ? length : LongestAnswer];
        if (buffer.Length == 0) return ReadOnlyMemory<byte>.Empty;
        var read = 0;
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            // Read to its end, the connection can be used again.
            if (read == content.Headers.ContentLength) await stream.ReadExactlyAsync(new byte[1], cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or OperationCanceledException)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        return buffer.AsMemory(0, read);
    }

    private static PostOutcome.Unanswered Unanswered(HttpRequestException exception) => exception switch
    {
        { InnerException: PrivateAddressException } => new("private_address", MayHaveArrived: false),
        { HttpRequestError: HttpRequestError.NameResolutionError } => new("name_unknown", MayHaveArrived: false),
        { HttpRequestError: HttpRequestError.ConnectionError } => new("not_connected", MayHaveArrived: false),
        { HttpRequestError: HttpRequestError.SecureConnectionError } => new("not_secure", MayHaveArrived: false),
        _ => new("cut_off", MayHaveArrived: true),
    };
}
