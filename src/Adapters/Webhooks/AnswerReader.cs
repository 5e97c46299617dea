using System.Text.Json;
using PersonalizationEngine.Engine.Delivery.Posting;
using PersonalizationEngine.Engine.Delivery.Sending;

namespace PersonalizationEngine.Adapters.Webhooks;

/// <summary>What a webhook provider means by its answer; the table is in docs/channels.md.</summary>
internal static class AnswerReader
{
    private static readonly string[] GoneReasons = ["invalid_address", "unregistered", "unsubscribed", "gone"];

    public static ProviderAnswer Read(PostOutcome.Answered answer) => answer.Status switch
    {
        >= 200 and < 300 => new ProviderAnswer.Accepted(Text(answer, "id") ?? Text(answer, "message_id")),
        >= 300 and < 400 => new ProviderAnswer.TryLater("redirected"),
        // It has no time, or another attempt of ours is still in its hands.
        409 or 425 or 429 => new ProviderAnswer.TryLater(answer.Status == 429 ? "rate_limited" : "in_progress", answer.RetryAfter) { IsBusy = true },
        408 => new ProviderAnswer.TryLater("timed_out", answer.RetryAfter),
        // No fault of the message: the wrong secret or path would refuse every one.
        401 or 403 or 407 => new ProviderAnswer.TryLater("not_allowed", answer.RetryAfter),
        404 or 405 => new ProviderAnswer.TryLater("not_found", answer.RetryAfter),
        410 => new ProviderAnswer.AddressGone(Text(answer, "reason") ?? "gone", Text(answer, "detail")),
        504 => new ProviderAnswer.TryLater("timed_out", answer.RetryAfter) { MayHaveArrived = true },
        >= 500 => new ProviderAnswer.TryLater("failed", answer.RetryAfter),
        _ => Refusal(answer),
    };

    private static ProviderAnswer Refusal(PostOutcome.Answered answer)
    {
        var (reason, detail) = (Text(answer, "reason"), Text(answer, "detail"));
        return reason is not null && GoneReasons.Contains(reason)
            ? new ProviderAnswer.AddressGone(reason, detail)
            : new ProviderAnswer.Refused("refused", reason is null ? $"HTTP {answer.Status}" : detail is null ? reason : $"{reason}: {detail}");
    }

    /// <summary>A text or a number of the answer, at most 200 characters of it; null where it is not JSON or has no such field.</summary>
    private static string? Text(PostOutcome.Answered answer, string field)
    {
        if (answer.Body.IsEmpty) return null;
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty(field, out var value)) return null;
            var text = value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
            return string.IsNullOrEmpty(text) ? null : text.Length <= 200 ? text : text[..200];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
