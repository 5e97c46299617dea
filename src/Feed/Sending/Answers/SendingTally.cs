namespace PersonalizationEngine.Feed.Sending.Answers;

/// <summary>The sums over all answers of a run.</summary>
internal sealed class SendingTally
{
    /// <summary>Reasons kept apart; further ones are only counted in <see cref="Refused"/>.</summary>
    private const int MaxReasons = 100;

    private readonly Dictionary<(string? Field, string Reason), RefusalReason> _reasons = [];

    public long Accepted { get; private set; }
    public long Duplicates { get; private set; }
    public long Refused { get; private set; }
    public long Sent => Accepted + Duplicates + Refused;

    /// <summary>In the order in which they were first given.</summary>
    public IReadOnlyCollection<RefusalReason> Reasons => _reasons.Values;

    public void Add(BatchAnswer answer)
    {
        Accepted += answer.Accepted;
        Duplicates += answer.Duplicates;
        Refused += answer.Refused;
        foreach (var refusal in answer.Refusals)
        {
            var key = (refusal.Field, refusal.Reason);
            if (_reasons.TryGetValue(key, out var known))
                _reasons[key] = known with { Count = known.Count + 1 };
            else if (_reasons.Count < MaxReasons)
                _reasons[key] = new RefusalReason(refusal.Field, refusal.Reason, 1, refusal.Line);
        }
    }
}
