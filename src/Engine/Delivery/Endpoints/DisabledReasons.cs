namespace PersonalizationEngine.Engine.Delivery.Endpoints;

/// <summary>Why an endpoint was disabled by itself.</summary>
public static class DisabledReasons
{
    /// <summary>It answered 410: it is not there any more and will not be.</summary>
    public const string Gone = "gone";

    /// <summary>Nothing got through for as long as the settings allow.</summary>
    public const string Failing = "failing";
}
