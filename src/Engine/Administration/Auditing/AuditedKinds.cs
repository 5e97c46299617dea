namespace PersonalizationEngine.Engine.Administration.Auditing;

/// <summary>What the audit has entries of, besides definitions.</summary>
public static class AuditedKinds
{
    /// <summary>The subject is the person's id.</summary>
    public const string Person = "person";

    public const string RefusedEvents = "refused_events", Recommender = "recommender", WebhookEndpoint = "webhook_endpoint", DeadLetters = "dead_letters";

    /// <summary>The subject is the name of the key.</summary>
    public const string AccessKey = "access_key";

    /// <summary>The subject is the name of who came in.</summary>
    public const string SignIn = "sign_in";

    /// <summary>The subject is the name of the function, or the id of the instance.</summary>
    public const string Timer = "timer", Orchestration = "orchestration";

    /// <summary>The subject is the item's id.</summary>
    public const string Item = "item";
}
