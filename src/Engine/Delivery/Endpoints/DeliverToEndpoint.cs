using System.Text;
using PersonalizationEngine.Core.Delivery.Retrying;
using PersonalizationEngine.Engine.Delivery.Posting;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Endpoints;

/// <summary>One attempt at one message, and what is to be done after it.</summary>
public sealed class DeliverToEndpoint(IWebhookPost post, EndpointOptions options, TimeProvider time)
{
    public const string Gone = "gone";

    public async Task<SettledMessage> RunAsync(CustomerEndpoint endpoint, EndpointMessage message, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var outcome = await post.SendAsync(
            new SignedPost(
                message.MessageId, endpoint.Definition.Url, Encoding.UTF8.GetBytes(message.Payload), endpoint.SignerAt(time.GetUtcNow()), options.Timeout)
            {
                AllowsPrivate = options.AllowsPrivate,
            },
            cancellationToken);
        var (now, took) = (time.GetUtcNow(), time.GetElapsedTime(began));
        return outcome switch
        {
            PostOutcome.Answered { Status: >= 200 and < 300 } good =>
                new SettledMessage(message, EndpointMessageStatus.Delivered, message.Attempts + 1, null, new EndpointAttempt(now, good.Status, null, took)),
            PostOutcome.Answered { Status: 410 } => After(message, new EndpointAttempt(now, 410, Gone, took), isLast: true),
            PostOutcome.Answered bad => After(message, new EndpointAttempt(now, bad.Status, ReasonOf(bad.Status), took), after: bad.RetryAfter),
            PostOutcome.Unanswered none => After(message, new EndpointAttempt(now, null, none.Reason, took)),
            _ => throw new InvalidOperationException($"An outcome nobody knows: {outcome}"),
        };
    }

    private static SettledMessage After(EndpointMessage message, EndpointAttempt attempt, bool isLast = false, TimeSpan? after = null)
    {
        var attempts = message.Attempts + 1;
        var wait = isLast ? null : RetrySchedule.Default.DelayAfter(attempts, $"{message.MessageId}/{message.EndpointId}", after);
        return wait is { } span
            ? new SettledMessage(message, EndpointMessageStatus.Waiting, attempts, attempt.At + span, attempt)
            : new SettledMessage(message, EndpointMessageStatus.Dead, attempts, null, attempt);
    }

    private static string ReasonOf(int status) => status switch
    {
        >= 300 and < 400 => "redirected",
        429 => "rate_limited",
        >= 500 => "failed",
        _ => "refused",
    };
}
