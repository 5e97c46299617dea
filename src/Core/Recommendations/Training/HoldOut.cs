using PersonalizationEngine.Core.Hashing;
using PersonalizationEngine.Core.Recommendations.Blending;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Training;

/// <summary>
/// What models are judged by. Some people are set aside as if they were unknown, and asked for at the beginnings of their
/// histories: they stand for newcomers. Of others only the last fifth is set aside: they stand for regulars, whom models know.
/// All are people who came lately, because it is those who come now that will be served.
/// </summary>
internal sealed class HoldOut
{
    /// <summary>
    /// Who met fewer items is a newcomer, known to the models or not; of them the whole rest is asked for, not the next item alone.
    /// </summary>
    public const int LeastKnownOfRegulars = 15;

    private const int MostNewcomers = 300;
    private const int MostRegulars = 600;
    private const int LeastPeople = 40;
    private const double RecentShare = 0.3;

    // Choosing by a handful would be choosing by chance: of few people more are asked.
    private const int FewPeople = 600;
    private const double NewcomersShare = 0.35;

    private HoldOut(InteractionMatrix all, int[] newcomers, int[] regulars)
    {
        All = all;
        People = newcomers.Length + regulars.Length;
        Train = Without(all, newcomers, regulars);
        Regulars = [.. regulars.Select(person => CaseAt(all, person, MostKnown(all, person), false))];
        Cases = [.. newcomers.SelectMany(person => Beginnings(all, person))
            .Concat(Regulars.Where(each => each.Known >= LeastKnownOfRegulars))
            .OrderBy(each => each.Minute)
            .ThenBy(each => each.Person)];
    }

    public InteractionMatrix All { get; }

    /// <summary>Everything but what is set aside; all people keep their numbers.</summary>
    public InteractionMatrix Train { get; }

    /// <summary>What the blend is chosen by: newcomers, and regulars who met a good deal. By time.</summary>
    public IReadOnlyList<HeldOutCase> Cases { get; }

    /// <summary>What models are chosen by: the longest beginning of each of the people they know.</summary>
    public IReadOnlyList<HeldOutCase> Regulars { get; }

    /// <summary>How many people something was set aside of.</summary>
    public int People { get; }

    /// <summary>Whether there is enough to choose by.</summary>
    public bool IsLarge => People >= LeastPeople;

    /// <param name="all">Where nothing has a time, the order of a history means nothing, and what is set aside is drawn.</param>
    public static HoldOut Of(InteractionMatrix all)
    {
        if (!all.HasTimes) all = Shuffled(all);
        int[] able = [.. Enumerable.Range(0, all.PersonCount)
            .Where(person => all.ItemsOf(person).Length >= 2)
            .OrderByDescending(person => all.MinutesOf(person)[^1])
            .ThenBy(person => person)];
        int[] recent = [.. able.Take(Math.Max(FewPeople, (int)(able.Length * RecentShare)))
            .OrderBy(person => PeopleSample.PlaceOf(person))];
        var newcomers = Math.Min(MostNewcomers, (int)(recent.Length * NewcomersShare));
        return new HoldOut(all, recent[..newcomers], [.. recent.Skip(newcomers).Take(MostRegulars)]);
    }

    private static InteractionMatrix Shuffled(InteractionMatrix all)
    {
        var shuffled = new InteractionMatrixBuilder(all.PersonCount, all.PairCount);
        for (var person = 0; person < all.PersonCount; person++)
        {
            var items = all.ItemsOf(person).ToArray();
            var weights = all.WeightsOf(person).ToArray();
            var chance = new SplitMix64(person);
            var keys = Array.ConvertAll(items, _ => chance.Next());
            Array.Sort(keys.ToArray(), items);
            Array.Sort(keys, weights);
            shuffled.AddRange(items, weights, all.MinutesOf(person));
            shuffled.EndPerson();
        }

        return shuffled.Build(all.ItemCount);
    }

    /// <summary>All but the last fifth, and all but one at least.</summary>
    private static int MostKnown(InteractionMatrix all, int person)
    {
        var items = all.ItemsOf(person).Length;
        return items - Math.Max(1, items / 5);
    }

    /// <summary>Where each band of the blend begins.</summary>
    private static IEnumerable<HeldOutCase> Beginnings(InteractionMatrix all, int person)
    {
        var most = MostKnown(all, person);
        return BlendPlan.BandEdges.ToArray().Where(edge => edge <= most).Select(edge => CaseAt(all, person, edge, true));
    }

    private static HeldOutCase CaseAt(InteractionMatrix all, int person, int known, bool isNewcomer) =>
        new(person, known, all.MinutesOf(person)[known - 1], isNewcomer);

    private static InteractionMatrix Without(InteractionMatrix all, int[] newcomers, int[] regulars)
    {
        var kept = new int[all.PersonCount];
        for (var person = 0; person < kept.Length; person++) kept[person] = all.ItemsOf(person).Length;
        foreach (var person in newcomers) kept[person] = 0;
        foreach (var person in regulars) kept[person] = MostKnown(all, person);

        var train = new InteractionMatrixBuilder(all.PersonCount, kept.Sum());
        for (var person = 0; person < kept.Length; person++)
        {
            train.AddRange(all.ItemsOf(person)[..kept[person]], all.WeightsOf(person)[..kept[person]], all.MinutesOf(person)[..kept[person]]);
            train.EndPerson();
        }

        return train.Build(all.ItemCount);
    }
}
