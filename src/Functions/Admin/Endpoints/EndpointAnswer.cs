using PersonalizationEngine.Engine.Delivery.Endpoints;

namespace PersonalizationEngine.Functions.Admin.Endpoints;

/// <summary>An endpoint as it is shown, without its secret.</summary>
/// <param name="EventTypes">Empty for all.</param>
/// <param name="DisabledReason"><c>gone</c>: it answered 410; <c>failing</c>: nothing got through for days. Null when it was not disabled by itself.</param>
/// <param name="FailingSince">Null when the last message got through.</param>
/// <param name="OldSecretUntil">Until then the secret before signs as well.</param>
internal sealed record EndpointAnswer(
    long Id, string Url, IReadOnlyList<string> EventTypes, string? Description, bool Enabled, string? DisabledReason, DateTimeOffset? DisabledAt,
    DateTimeOffset? FailingSince, DateTimeOffset? DeliveredAt, DateTimeOffset? OldSecretUntil, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static EndpointAnswer Of(CustomerEndpoint endpoint) => new(
        endpoint.Id, endpoint.Definition.Url.OriginalString, endpoint.Definition.EventTypes, endpoint.Definition.Description, endpoint.Definition.IsEnabled,
        endpoint.DisabledReason, endpoint.DisabledAt, endpoint.FailingSince, endpoint.DeliveredAt, endpoint.OldSecretUntil, endpoint.CreatedAt,
        endpoint.UpdatedAt);
}
