using System.Runtime.CompilerServices;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Recommenders.Million;

/// <summary>
/// Visits of a large site, the same each time, as a store gives them: in time order, each row with texts of its own. People come
/// unequally often, in sessions of 1 to 5 visits. Three of four visits go to one of 200 tastes, in it mostly to its leading items,
/// the others to what leads everywhere.
/// </summary>
internal sealed class Crowd(int people, int items, int visits) : IInteractionStore
{
    private const int Tastes = 200;
    private const int LongestSession = 5;

    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Span = TimeSpan.FromDays(120);

    public static DateTimeOffset End => Begin + Span;

    public static string PersonId(int person) => $"person-{person}";

    public static string ItemId(int item) => $"item-{item}";

    public async IAsyncEnumerable<ItemActivity> ReadAsync(DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var chance = new Random(1);
        for (var (visit, session) = (0, 0); visit < visits; session++)
        {
            var person = Person(chance);
            var length = 1 + (int)(LongestSession * chance.NextDouble());
            for (var click = 0; click < length && visit < visits; click++, visit++)
            {
                var at = Begin.AddMilliseconds((long)(Span.TotalMilliseconds * visit / visits));
                yield return new ItemActivity(PersonId(person), ItemId(Item(person, chance)), $"session-{session}", "pageview", at);
            }
        }
    }

    /// <summary>The first came most often.</summary>
    private int Person(Random chance) => (int)(people * Math.Pow(chance.NextDouble(), 1.5));

    private int Item(int person, Random chance)
    {
        var rank = Math.Pow(chance.NextDouble(), 3);
        if (chance.NextDouble() < 0.25) return (int)(items * rank);
        var ofTaste = items / Tastes;
        return ((int)(ofTaste * rank) * Tastes) + (person % Tastes);
    }
}
