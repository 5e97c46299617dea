using PersonalizationEngine.Core.Recommendations.Blending;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>
/// Some people set aside as if they were unknown: models learn from the others, and are asked to go on with the beginnings of
/// these histories. They are people who came lately, because it is those who come now that will be served.
/// </summary>
internal sealed class HoldOut
{
    private const int MostPeople = 600;
    private const int LeastPeople = 40;

    // Of few people a quarter: choosing by a handful would be choosing by chance.
    private const double LargestShare = 0.25;
    private const double Share = 0.1;
    private const double RecentShare = 0.3;

    // Places next to each other in Fibonacci hashing (Knuth, 6.4) lie far apart: a sample without a pattern, always the same.
    private const uint GoldenRatio = 2654435769;

    private HoldOut(InteractionMatrix all, InteractionMatrix train, int people, HeldOutCase[] cases) =>
        (All, Train, People, Cases) = (all, train, people, cases);

    public InteractionMatrix All { get; }

    /// <summary>Everything but the people set aside; they keep their numbers, without a history.</summary>
    public InteractionMatrix Train { get; }

    /// <summary>By time.</summary>
    public IReadOnlyList<HeldOutCase> Cases { get; }

    /// <summary>How many people were set aside.</summary>
    public int People { get; }

    /// <summary>Whether there is enough to choose by.</summary>
    public bool IsLarge => People >= LeastPeople;

    public static HoldOut Of(InteractionMatrix all)
    {
        HashSet<int> people = [.. Choose(all)];
        var cases = people.SelectMany(person => CasesOf(all, person)).OrderBy(each => each.Minute).ThenBy(each => each.Person);
        return new HoldOut(all, Without(all, people), people.Count, [.. cases]);
    }

    private static IEnumerable<int> Choose(InteractionMatrix all)
    {
        int[] able = [.. Enumerable.Range(0, all.PersonCount)
            .Where(person => all.ItemsOf(person).Length >= 2)
            .OrderByDescending(person => all.MinutesOf(person)[^1])
            .ThenBy(person => person)];
        var wanted = Math.Min(MostPeople, (int)Math.Max(able.Length * Share, Math.Min(100, able.Length * LargestShare)));
        var recent = Math.Max(wanted, (int)(able.Length * RecentShare));
        return able.Take(recent).OrderBy(person => unchecked((uint)person * GoldenRatio)).Take(wanted);
    }

    /// <summary>Where each band of the blend begins, and all but the last fifth.</summary>
    private static IEnumerable<HeldOutCase> CasesOf(InteractionMatrix all, int person)
    {
        var items = all.ItemsOf(person).Length;
        var most = items - Math.Max(1, items / 5);
        SortedSet<int> known = [most];
        foreach (var edge in BlendPlan.BandEdges)
            if (edge < most) known.Add(edge);
        return known.Select(count => new HeldOutCase(person, count, all.MinutesOf(person)[count - 1]));
    }

    private static InteractionMatrix Without(InteractionMatrix all, HashSet<int> people)
    {
        var rest = new InteractionMatrixBuilder(all.PersonCount);
        for (var person = 0; person < all.PersonCount; person++)
        {
            if (!people.Contains(person)) rest.AddRange(all.ItemsOf(person), all.WeightsOf(person), all.MinutesOf(person));
            rest.EndPerson();
        }

        return rest.Build(all.ItemCount);
    }
}
