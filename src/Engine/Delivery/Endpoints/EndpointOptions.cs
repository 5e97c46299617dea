namespace PersonalizationEngine.Engine.Delivery.Endpoints;

/// <param name="Timeout">The longest an endpoint may take to answer.</param>
/// <param name="DisableAfter">An endpoint that only fails for so long is disabled.</param>
public sealed record EndpointOptions(TimeSpan Timeout, TimeSpan DisableAfter)
{
    public static EndpointOptions Default { get; } = new(TimeSpan.FromSeconds(15), TimeSpan.FromDays(5));

    /// <summary>Endpoints may lie in our own network and be reached without TLS.</summary>
    public bool AllowsPrivate { get; init; }
}
