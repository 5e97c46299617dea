using PersonalizationEngine.Engine.Delivery.Endpoints;

namespace PersonalizationEngine.Functions.Admin.Endpoints;

/// <param name="Status">Of HTTP; null without an answer.</param>
/// <param name="Reason">Why it was not delivered: <c>timed_out</c>, <c>not_connected</c>, <c>name_unknown</c>, <c>private_address</c>, <c>not_secure</c>, <c>cut_off</c>, <c>redirected</c>, <c>rate_limited</c>, <c>failed</c>, <c>refused</c>, <c>gone</c>.</param>
internal sealed record EndpointTestAnswer(bool Delivered, int? Status, string? Reason, double Milliseconds)
{
    public static EndpointTestAnswer Of(EndpointAttempt attempt) =>
        new(attempt.IsDelivered, attempt.HttpStatus, attempt.Reason, Math.Round(attempt.Took.TotalMilliseconds, 1));
}
