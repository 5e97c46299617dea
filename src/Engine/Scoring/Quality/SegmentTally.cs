using PersonalizationEngine.Core.Statistics;

namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <summary>Counts looks of one person after the other.</summary>
internal sealed class SegmentTally
{
    private long _looks, _conversions;

    public ClusteredRate Rate { get; private set; } = ClusteredRate.None;

    public void Add(bool converted)
    {
        _looks++;
        if (converted) _conversions++;
    }

    /// <summary>What comes now is of somebody else.</summary>
    public void EndPerson()
    {
        if (_looks == 0) return;
        Rate = Rate.And(_looks, _conversions);
        (_looks, _conversions) = (0, 0);
    }
}
