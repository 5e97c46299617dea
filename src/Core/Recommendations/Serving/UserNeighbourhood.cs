using System.Runtime.CompilerServices;
using PersonalizationEngine.Core.Recommendations.Live;
using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>
/// User-based collaborative filtering at request time: people who met the same items, rare ones counting more, lend
/// theirs. Cosine over inverse item frequencies, ln(1 + people / (1 + people of the item)), shrunk as the item model's is.
/// The number of items other people met stands in for their exact norms, which would change with every event of anybody;
/// on MovieLens-100K that costs nothing.
/// </summary>
internal static class UserNeighbourhood
{
    private const int LeastVisitsPerItem = 10;

    // Lets the nearest speak louder (Breese, Heckerman and Kadie 1998).
    private const float CaseAmplification = 2.5f;

    public static void Score(Knowledge knowledge, ServingWorkspace workspace)
    {
        var (state, settings) = (knowledge.State, knowledge.Settings);
        workspace.UserBased.Reset(state.Items.Count);
        if (settings.UserNeighbours == 0 || workspace.ProfileItems.Count == 0) return;

        var length = AddDotProducts(state, settings.UserScanLimit, workspace);
        SelectNeighbours(state, settings, length, workspace);
        _ = Touch(state, workspace.TopNumbers.Kept);
        foreach (var (person, similarity) in workspace.TopNumbers.Kept)
            workspace.UserBased.AddAll(state.HistoryOf(person)!.Items, MathF.Pow(similarity, CaseAmplification));
    }

    /// <returns>The length of the profile's vector.</returns>
    private static float AddDotProducts(LiveState state, int scanLimit, ServingWorkspace workspace)
    {
        var people = workspace.People;
        people.Reset(state.People.Count);
        var visitsPerWeight = VisitsPerWeight(state, scanLimit, workspace);
        var squares = 0f;
        foreach (var (item, weight) in workspace.Profile)
        {
            if (state.AudienceOf(item) is not { } audience) continue;
            var rarity = MathF.Log(1 + (state.People.Count / (1f + audience.Total)));
            squares += weight * rarity * weight * rarity;
            var visits = Math.Max(LeastVisitsPerItem, (int)(visitsPerWeight * weight));
            people.AddAll(audience.Newest(visits), weight * rarity * rarity);
        }

        return MathF.Sqrt(squares);
    }

    /// <summary>
    /// How many visits to read for a weight of 1: an equal share of the limit, with what rare items leave over given to
    /// the others.
    /// </summary>
    private static float VisitsPerWeight(LiveState state, int scanLimit, ServingWorkspace workspace)
    {
        var weights = 0f;
        foreach (var (_, weight) in workspace.Profile) weights += weight;
        var share = scanLimit / weights;
        var (spare, wanting) = (0f, 0f);
        foreach (var (item, weight) in workspace.Profile)
        {
            var left = (share * weight) - (state.AudienceOf(item)?.Count ?? 0);
            spare += Math.Max(0, left);
            if (left < 0) wanting += weight;
        }

        return wanting == 0 ? share : share + (spare / wanting);
    }

    private static void SelectNeighbours(LiveState state, RecommenderSettings settings, float length, ServingWorkspace workspace)
    {
        var (people, selector, self) = (workspace.People, workspace.TopNumbers, workspace.Person);
        var shrinkage = (float)settings.Shrinkage;
        selector.Begin(settings.UserNeighbours);
        var threshold = selector.Threshold;
        foreach (var person in people.Touched)
        {
            // Most fail this, and a product is cheaper than the quotient.
            var (dot, lengths) = (people[person], (length * MathF.Sqrt(state.ItemsMetBy(person))) + shrinkage);
            if (dot < threshold * lengths || person == self) continue;
            selector.Offer(person, dot / lengths);
            threshold = selector.Threshold;
        }
    }

    /// <summary>
    /// Reads a little of every history at once. They lie scattered in memory; a loop this short lets the processor fetch
    /// many together, where the summing loop after it would wait for one after the other: a third of the time of all this.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Touch(LiveState state, ReadOnlySpan<Ranked> people)
    {
        const int ItemsPerCacheLine = 16;
        var sum = 0;
        foreach (var (person, _) in people)
        {
            var items = state.HistoryOf(person)!.Items;
            for (var place = 0; place < items.Length; place += ItemsPerCacheLine) sum += items[place];
        }

        return sum;
    }
}
