using PersonalizationEngine.Core.Statistics;

namespace PersonalizationEngine.Engine.Administration.Trying;

/// <summary>For how many people a condition holds.</summary>
/// <param name="Seen">Everybody there is.</param>
/// <param name="Asked">How many of them were, evenly drawn.</param>
/// <param name="Matched">Of those asked.</param>
/// <param name="Sample">Ids of a few of the matched.</param>
public sealed record Audience(long Seen, int Asked, int Matched, IReadOnlyList<string> Sample)
{
    public bool IsExact => Asked >= Seen;

    /// <summary>Of everybody; the ends of the 95 % interval where only some were asked.</summary>
    public (long Value, long Low, long High) People
    {
        get
        {
            if (IsExact) return (Matched, Matched, Matched);
            var share = WilsonInterval.Of(Matched, Asked);
            return ((long)Math.Round((double)Seen * Matched / Math.Max(1, Asked)), (long)Math.Floor(Seen * share.Low), (long)Math.Ceiling(Seen * share.High));
        }
    }
}
