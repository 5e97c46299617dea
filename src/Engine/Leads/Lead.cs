namespace PersonalizationEngine.Engine.Leads;

/// <summary>Somebody with a stored score, as lists show them.</summary>
/// <param name="Score">As last stored; time may have changed it by a little since.</param>
/// <param name="LastSeenAt">Null for somebody the website never saw.</param>
public sealed record Lead(string PersonId, decimal Score, DateTimeOffset? LastSeenAt, DateTimeOffset? ScoredAt)
{
    /// <summary>The score of a week ago; null for who had none, or where it has not been looked up yet.</summary>
    public decimal? PastScore { get; init; }

    public decimal Rise => Score - (PastScore ?? 0);
}
