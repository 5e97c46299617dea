namespace PersonalizationEngine.Feed.Sending.Answers;

/// <summary>What came of sending one batch, all attempts included.</summary>
internal abstract record Delivery
{
    /// <summary>The engine answered for the events; none of them needs sending again.</summary>
    public sealed record Answered(BatchAnswer Answer) : Delivery;

    /// <summary>The batch is not delivered and the run must end.</summary>
    public sealed record Failed(string Reason) : Delivery;

    /// <summary>This attempt failed in a way that passes.</summary>
    /// <param name="After">The least wait the engine asked for, if any.</param>
    public sealed record Again(string Reason, TimeSpan? After) : Delivery;
}
