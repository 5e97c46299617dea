using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Profiles.Signals;

namespace PersonalizationEngine.Core.Scoring.Models.Evaluation;

/// <summary>One person's factors from one instant to another, and when they changed or will.</summary>
public sealed class FactorTimeline
{
    private const int MostChanges = 512, FewestChanges = 32;

    /// <summary>Acts times changes: who did very much is followed less far, so that nobody takes a second to look at.</summary>
    private const int MostWork = 500_000;

    private readonly BehaviouralFactors[] _pieces;

    private FactorTimeline(BehaviouralFactors[] pieces, DateTimeOffset? knownUntil) => (_pieces, KnownUntil) = (pieces, knownUntil);

    /// <summary>When they change next after all that is told here; null for never.</summary>
    public DateTimeOffset? KnownUntil { get; }

    /// <summary>From here on, and up to the last instant, changes are left out because there are too many; null when none are.</summary>
    public DateTimeOffset? FollowedUntil { get; private init; }

    /// <summary>The first instant is none: there it begins.</summary>
    public IEnumerable<DateTimeOffset> Changes => _pieces.Skip(1).Select(piece => piece.AsOf);

    /// <summary>Of factors that are known for one instant only; taken for the same at any other up to when they change by themselves.</summary>
    public static FactorTimeline Of(BehaviouralFactors factors) => new([factors], factors.ValidUntil);

    /// <summary>As they went, or will go if nothing more happens. Where they change too often to follow, the last instant is still exact.</summary>
    /// <param name="activities">All that can matter within the time, in time order.</param>
    public static FactorTimeline Of(
        IReadOnlyList<Activity> activities, FactorWindows windows, SignalDefinitions signals, DateTimeOffset from, DateTimeOffset to)
    {
        var pieces = new List<BehaviouralFactors>();
        // Patterns are matched once for each act, not once for each piece of the line.
        var shown = new Signal[activities.Count];
        for (var place = 0; place < shown.Length; place++) shown[place] = signals.Of(activities[place]);
        var most = Math.Clamp(MostWork / Math.Max(1, activities.Count), FewestChanges, MostChanges);
        DateTimeOffset? next = from;
        while (next is { } at && at <= to && pieces.Count < most)
        {
            pieces.Add(Measure(activities, shown, windows, signals, at));
            next = pieces[^1].ValidUntil;
        }

        if (next <= to) pieces.Add(Measure(activities, shown, windows, signals, to));
        return new FactorTimeline([.. pieces], pieces[^1].ValidUntil) { FollowedUntil = next <= to ? next : null };
    }

    public BehaviouralFactors At(DateTimeOffset instant)
    {
        var (low, high) = (0, _pieces.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_pieces[middle].AsOf <= instant) low = middle;
            else high = middle - 1;
        }

        return _pieces[low];
    }

    private static BehaviouralFactors Measure(
        IReadOnlyList<Activity> activities, Signal[] shown, FactorWindows windows, SignalDefinitions signals, DateTimeOffset at)
    {
        var factors = new FactorAccumulator(at, windows, signals);
        for (var place = 0; place < shown.Length; place++)
        {
            var activity = activities[place];
            if (activity.At < at - windows.Reach) continue;
            factors.Add(activity, shown[place]);
            // The first one after the instant says until when it holds; those behind it say nothing more.
            if (activity.At > at) break;
        }

        return factors.Complete();
    }
}
