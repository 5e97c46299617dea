using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>
/// Decayed counts as they stood at one instant after another. Going through time once, it tells what a shelf of popular items
/// would have shown, and nothing of what came later.
/// </summary>
internal sealed class PopularityThen
{
    // Counts are kept as seen from a landmark and so grow with time; before they leave the range of a double it moves on.
    private const double MostDoublings = 500;

    private readonly (int Minute, int Item, float Weight)[] _events;
    private readonly double[] _counts;
    private readonly double _halfLife;
    private double _landmark;
    private int _next;

    /// <param name="halfLifeMinutes">Infinite for counts that never fade.</param>
    public PopularityThen((int Minute, int Item, float Weight)[] eventsByTime, int itemCount, double halfLifeMinutes) =>
        (_events, _counts, _halfLife) = (eventsByTime, new double[itemCount], halfLifeMinutes);

    public static (int Minute, int Item, float Weight)[] EventsOf(InteractionMatrix matrix)
    {
        var events = new (int Minute, int Item, float Weight)[matrix.PairCount];
        var next = 0;
        for (var person = 0; person < matrix.PersonCount; person++)
        {
            var items = matrix.ItemsOf(person);
            var weights = matrix.WeightsOf(person);
            var minutes = matrix.MinutesOf(person);
            for (var i = 0; i < items.Length; i++) events[next++] = (minutes[i], items[i], weights[i]);
        }

        Array.Sort(events, static (left, right) => left.Minute.CompareTo(right.Minute));
        return events;
    }

    /// <summary>Goes on to an instant, which must not lie before the last one.</summary>
    public void AdvanceTo(int minute)
    {
        for (; _next < _events.Length && _events[_next].Minute <= minute; _next++)
        {
            var (at, item, weight) = _events[_next];
            _counts[item] += weight * Scale(at);
        }
    }

    /// <summary>The leading items with their counts as of the instant.</summary>
    public void LeadersInto(TopSelector selector, int most, int minute)
    {
        var scale = Scale(minute);
        selector.Begin(most);
        for (var item = 0; item < _counts.Length; item++)
            if (_counts[item] > 0) selector.Offer(item, (float)(_counts[item] / scale));
    }

    /// <summary>What an event of that minute counts beside one of the landmark.</summary>
    private double Scale(int minute)
    {
        if (double.IsInfinity(_halfLife)) return 1;
        if (_next == 0) _landmark = minute;
        if ((minute - _landmark) / _halfLife > MostDoublings)
        {
            var fading = Math.Pow(2, (_landmark - minute) / _halfLife);
            for (var item = 0; item < _counts.Length; item++) _counts[item] *= fading;
            _landmark = minute;
        }

        return Math.Pow(2, (minute - _landmark) / _halfLife);
    }
}
