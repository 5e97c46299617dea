namespace PersonalizationEngine.Engine.Delivery.Endpoints;

/// <summary>Where a customer wants to be told, and of what.</summary>
/// <param name="EventTypes">Of <see cref="OutboundEventTypes"/>; none means all of them.</param>
/// <param name="IsEnabled">Whether anything is sent.</param>
public sealed record EndpointDefinition(Uri Url, IReadOnlyList<string> EventTypes, string? Description, bool IsEnabled)
{
    public bool Wants(string type) => EventTypes.Count == 0 || EventTypes.Contains(type, StringComparer.Ordinal);
}
