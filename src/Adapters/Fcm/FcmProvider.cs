using System.Net.Http.Headers;
using Google.Apis.Auth.OAuth2.Responses;
using PersonalizationEngine.Engine.Delivery.Posting;
using PersonalizationEngine.Engine.Delivery.Providers;
using PersonalizationEngine.Engine.Delivery.Sending;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Fcm;

/// <summary>Push messages by Firebase Cloud Messaging, HTTP v1.</summary>
internal sealed class FcmProvider(FcmOptions options, ChannelOptions channels, IHttpClientFactory clients, TimeProvider time) : IChannelProvider
{
    public const string ProviderName = "fcm";

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly FcmTokens _tokens = new(options.Account);
    private readonly Uri _send = new(options.Address, $"v1/projects/{Uri.EscapeDataString(options.Account.ProjectId)}/messages:send");

    public string Name => ProviderName;

    public string Channel => "push";

    public async Task<ProviderAnswer> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(channels.Timeout, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var hasBegun = false;
        try
        {
            var body = FcmWriter.Write(message, time.GetUtcNow());
            var token = await _tokens.GetAsync(isStale: false, ending.Token);
            hasBegun = true;
            var (status, answer) = await PostAsync(body, token, ending.Token);
            if (status != 401) return answer;
            // Withdrawn before its time.
            (_, answer) = await PostAsync(body, await _tokens.GetAsync(isStale: true, ending.Token), ending.Token);
            return answer;
        }
        catch (TokenResponseException)
        {
            return new ProviderAnswer.TryLater("not_allowed");
        }
        catch (HttpRequestException exception)
        {
            var isKnownNot = !hasBegun || exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
            return new ProviderAnswer.TryLater(isKnownNot ? "not_connected" : "cut_off") { MayHaveArrived = !isKnownNot };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ProviderAnswer.TryLater("timed_out") { MayHaveArrived = hasBegun };
        }
    }

    private async Task<(int Status, ProviderAnswer Answer)> PostAsync(byte[] body, string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _send) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = Json;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await clients.CreateClient(ProviderName).SendAsync(request, cancellationToken);
        var said = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        var status = (int)answer.StatusCode;
        return (status, FcmAnswers.Of(status, RetryAfter.Of(answer.Headers.RetryAfter, time.GetUtcNow()), said));
    }
}
