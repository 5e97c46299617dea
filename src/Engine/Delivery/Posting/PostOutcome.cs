namespace PersonalizationEngine.Engine.Delivery.Posting;

/// <summary>What came of a post.</summary>
public abstract record PostOutcome
{
    private PostOutcome()
    {
    }

    /// <param name="Status">Of HTTP.</param>
    /// <param name="RetryAfter">How long we are asked to wait, at most a day; null when nothing is said.</param>
    /// <param name="Body">The beginning of what came back, at most 4 KiB.</param>
    public sealed record Answered(int Status, TimeSpan? RetryAfter, ReadOnlyMemory<byte> Body) : PostOutcome;

    /// <summary>There was no answer.</summary>
    /// <param name="Reason">In snake case: <c>not_connected</c>, <c>name_unknown</c>, <c>private_address</c>, <c>not_secure</c>, <c>timed_out</c>, <c>cut_off</c>.</param>
    /// <param name="MayHaveArrived">The request may have been read before the connection was lost.</param>
    public sealed record Unanswered(string Reason, bool MayHaveArrived) : PostOutcome;
}
