using System.Diagnostics.CodeAnalysis;

namespace PersonalizationEngine.Feed.Demo.Journeys;

/// <summary>What lies ahead of a person, earliest first; of two at the same instant the one added first.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Moment, (DateTimeOffset At, int Order)> _moments = new();
    private int _order;

    public void Add(Moment moment) => _moments.Enqueue(moment, (moment.At, _order++));

    public bool TryNext([NotNullWhen(true)] out Moment? moment) => _moments.TryDequeue(out moment, out _);
}
