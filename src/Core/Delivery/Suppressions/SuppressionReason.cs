namespace PersonalizationEngine.Core.Delivery.Suppressions;

/// <summary>Why an address, or a whole channel of a person, gets nothing.</summary>
public enum SuppressionReason
{
    /// <summary>The provider said that there is no such address.</summary>
    Bounce,

    /// <summary>The person reported a message as spam.</summary>
    Complaint,

    /// <summary>The person answered STOP.</summary>
    Stop,

    /// <summary>The person unsubscribed by a link or a header.</summary>
    Unsubscribe,

    /// <summary>Somebody in the workspace put it on the list.</summary>
    Manual,
}
