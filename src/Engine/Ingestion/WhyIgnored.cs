namespace PersonalizationEngine.Engine.Ingestion;

/// <summary>Why nothing is kept of an event.</summary>
public static class WhyIgnored
{
    public const string NoConsent = "without the person's consent to analytics nothing of it is kept";

    public const string Erased = "erased";

    public static IReadOnlyDictionary<int, string> None { get; } = new Dictionary<int, string>();
}
