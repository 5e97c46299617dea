using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

/// <summary>Histories in two parts: what may be learnt, and what is hidden.</summary>
/// <param name="Learnt">All people keep their numbers.</param>
/// <param name="Hidden">The hidden items of each person.</param>
/// <param name="Minute">Since 1970; the instant as of which to ask, when nothing learnt lies later.</param>
public sealed record DataSplit(InteractionMatrix Learnt, IReadOnlyList<int[]> Hidden, int Minute)
{
    private const double LearntShare = 0.8;
    private const int OneOf = 5;

    public int HiddenPairs => Hidden.Sum(items => items.Length);

    public static DataSplit Of(EvaluationProtocol protocol, InteractionMatrix all) =>
        protocol == EvaluationProtocol.Temporal ? Temporal(all) : Random(all);

    /// <summary>Cut where a fifth of all meetings lies at or after the instant, or the least more that share its minute.</summary>
    private static DataSplit Temporal(InteractionMatrix all)
    {
        var minutes = Enumerable.Range(0, all.PersonCount).SelectMany(person => all.MinutesOf(person).ToArray()).Order().ToArray();
        var cut = minutes.Length == 0 ? 0 : minutes[(int)(minutes.Length * LearntShare)];
        return Split(all, cut, person => [.. all.MinutesOf(person).ToArray().Select(minute => minute >= cut)]);
    }

    /// <summary>A fifth of each history, one item at least where one is left then.</summary>
    private static DataSplit Random(InteractionMatrix all)
    {
        var newest = Enumerable.Range(0, all.PersonCount).Where(person => all.ItemsOf(person).Length > 0)
            .Select(person => all.MinutesOf(person)[^1]).DefaultIfEmpty(0).Max();
        return Split(all, newest + 1, person =>
        {
            var items = all.ItemsOf(person).ToArray();
            var hidden = new bool[items.Length];
            var count = items.Length < 2 ? 0 : Math.Max(1, items.Length / OneOf);
            foreach (var place in Enumerable.Range(0, items.Length).OrderBy(place => SeededOrder.Of(person, items[place])).Take(count))
                hidden[place] = true;
            return hidden;
        });
    }

    private static DataSplit Split(InteractionMatrix all, int minute, Func<int, bool[]> isHidden)
    {
        var learnt = new InteractionMatrixBuilder(all.PersonCount);
        var hidden = new int[all.PersonCount][];
        List<int> ofPerson = [];
        for (var person = 0; person < all.PersonCount; person++)
        {
            var items = all.ItemsOf(person);
            var weights = all.WeightsOf(person);
            var minutes = all.MinutesOf(person);
            var hides = isHidden(person);
            ofPerson.Clear();
            for (var place = 0; place < items.Length; place++)
            {
                if (hides[place]) ofPerson.Add(items[place]);
                else learnt.Add(items[place], weights[place], minutes[place]);
            }

            learnt.EndPerson();
            hidden[person] = [.. ofPerson];
        }

        return new DataSplit(learnt.Build(all.ItemCount), hidden, minute);
    }
}
