namespace PersonalizationEngine.Core.Scoring;

/// <summary>A score with its receipt: why it is what it is, and how long it stays so.</summary>
/// <param name="Score">0.00 to 999.99 points, rounded half away from zero to the cent.</param>
/// <param name="Clamped">The sum lay outside the range and was cut to it.</param>
/// <param name="Sum">The exact sum before rounding and clamping.</param>
/// <param name="ValidUntil">When the score next changes though nothing happens; null if it will not.</param>
public sealed record LeadScore(
    decimal Score,
    LeadSegment Segment,
    bool Clamped,
    decimal Sum,
    IReadOnlyList<ReceiptLine> Receipt,
    DateTimeOffset CalculatedAt,
    DateTimeOffset? ValidUntil)
{
    public const decimal Lowest = 0.00m;

    /// <summary>The largest DECIMAL(5,2).</summary>
    public const decimal Highest = 999.99m;
}
