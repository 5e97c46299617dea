namespace PersonalizationEngine.Engine.Administration.Auditing;

/// <summary>What the audit has entries of, besides definitions.</summary>
public static class AuditedKinds
{
    /// <summary>The subject is the person's id.</summary>
    public const string Person = "person";

    public const string RefusedEvents = "refused_events", Recommender = "recommender", WebhookEndpoint = "webhook_endpoint", DeadLetters = "dead_letters";
}
