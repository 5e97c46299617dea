namespace PersonalizationEngine.Engine.Leads;

/// <summary>Where a list of leads goes on: behind this one. People who move meanwhile may be met twice or not at all, nobody else.</summary>
/// <param name="Rank">What the list is sorted by: hundredths of points, or milliseconds since 1970.</param>
public sealed record LeadPlace(long Rank, string PersonId)
{
    public static LeadPlace Of(Lead lead, LeadSort sort) => new(
        sort switch
        {
            LeadSort.SeenLast => lead.LastSeenAt?.ToUnixTimeMilliseconds() ?? 0,
            LeadSort.Rising or LeadSort.Falling => Hundredths(lead.Rise),
            _ => Hundredths(lead.Score),
        },
        lead.PersonId);

    private static long Hundredths(decimal points) => (long)decimal.Round(points * 100);
}
