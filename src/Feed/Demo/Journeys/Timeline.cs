using PersonalizationEngine.Feed.Demo.Wire;

namespace PersonalizationEngine.Feed.Demo.Journeys;

/// <summary>What one person did and what was noted about them, up to now: later events have not happened yet.</summary>
internal sealed class Timeline(DateTimeOffset now)
{
    private readonly List<DemoEvent> _events = [];

    public IReadOnlyList<DemoEvent> Events => _events;

    public bool Add(DemoEvent happening)
    {
        if (happening.At > now) return false;
        _events.Add(happening);
        return true;
    }
}
