using System.Text.Json;
using PersonalizationEngine.Engine.Delivery.Sending;

namespace PersonalizationEngine.Adapters.Fcm;

/// <summary>What FCM means by its answers; the table is in docs/channels.md.</summary>
internal static class FcmAnswers
{
    /// <param name="after">What <c>Retry-After</c> said.</param>
    public static ProviderAnswer Of(int status, TimeSpan? after, ReadOnlyMemory<byte> body)
    {
        if (status is >= 200 and < 300) return new ProviderAnswer.Accepted(Read(body, Name));
        var (code, detail) = (Read(body, Code) ?? "", Read(body, Message));
        return (status, code) switch
        {
            (_, "UNREGISTERED") => new ProviderAnswer.AddressGone("unregistered", detail),
            // Google's own 404 is about the token; one without its words is a wrong address of ours.
            (404, "NOT_FOUND") => new ProviderAnswer.AddressGone("unregistered", detail),
            (404, _) => new ProviderAnswer.TryLater("not_found", after),
            // A key of another project: its fault is ours, and the token stays.
            (_, "SENDER_ID_MISMATCH") => new ProviderAnswer.Refused("other_sender", detail),
            (429, _) => new ProviderAnswer.TryLater("rate_limited", after ?? TimeSpan.FromMinutes(1)) { IsBusy = true },
            (401 or 403, _) => new ProviderAnswer.TryLater("not_allowed", after),
            (400, _) when IsAboutToken(body, detail) => new ProviderAnswer.AddressGone("invalid_address", detail),
            (504, _) => new ProviderAnswer.TryLater("timed_out", after) { MayHaveArrived = true },
            ( >= 500, _) => new ProviderAnswer.TryLater("failed", after),
            ( >= 300 and < 400, _) => new ProviderAnswer.TryLater("redirected", after),
            _ => new ProviderAnswer.Refused("refused", detail ?? code),
        };
    }

    private static string? Name(JsonElement root) => Text(root, "name");

    private static string? Message(JsonElement root) => Error(root) is { } error ? Text(error, "message") is { Length: > 300 } text ? text[..300] : Text(error, "message") : null;

    /// <summary>FCM's own code where it gives one, Google's common one otherwise.</summary>
    private static string? Code(JsonElement root) => Error(root) is { } error
        ? Details(error).Select(detail => Text(detail, "errorCode")).FirstOrDefault(code => code is not null) ?? Text(error, "status")
        : null;

    private static bool IsAboutToken(ReadOnlyMemory<byte> body, string? message) =>
        (message?.Contains("registration token", StringComparison.OrdinalIgnoreCase) ?? false) || Read(body, Field) == "message.token";

    private static string? Field(JsonElement root) => Error(root) is { } error
        ? Details(error).Where(detail => detail.TryGetProperty("fieldViolations", out var list) && list.ValueKind == JsonValueKind.Array)
            .SelectMany(detail => detail.GetProperty("fieldViolations").EnumerateArray())
            .Select(violation => Text(violation, "field")).FirstOrDefault(field => field == "message.token")
        : null;

    private static JsonElement? Error(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object ? error : null;

    private static IEnumerable<JsonElement> Details(JsonElement error) =>
        error.TryGetProperty("details", out var details) && details.ValueKind == JsonValueKind.Array
            ? details.EnumerateArray().Where(detail => detail.ValueKind == JsonValueKind.Object)
            : [];

    private static string? Text(JsonElement element, string field) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Read(ReadOnlyMemory<byte> body, Func<JsonElement, string?> read)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
