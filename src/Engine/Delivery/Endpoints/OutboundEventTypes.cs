namespace PersonalizationEngine.Engine.Delivery.Endpoints;

/// <summary>What customers can be told of.</summary>
public static class OutboundEventTypes
{
    public const string ScoreCrossed = "score.crossed", SegmentChanged = "segment.changed", ExperimentDecided = "experiment.decided",
        DeliveryFailed = "delivery.failed", EndpointDisabled = "endpoint.disabled";

    /// <summary>Sent when somebody asks for it, to one endpoint alone, whatever it wants.</summary>
    public const string Test = "endpoint.test";

    /// <summary>Those an endpoint can ask for.</summary>
    public static IReadOnlyList<string> All { get; } = [ScoreCrossed, SegmentChanged, ExperimentDecided, DeliveryFailed, EndpointDisabled];
}
