namespace PersonalizationEngine.Core.Recommendations.Models;

/// <summary>
/// Learns which items follow which within sessions. The recommender learns that live, event by event; this one is for
/// histories at hand. Asked with the last item alone it gives association rules, with a fading session smoothed ones.
/// Cost: twice the pairs of session and item, times the window.
/// </summary>
/// <param name="cores">How many threads may work; with 1 only the calling one does.</param>
public sealed class SessionRulesTrainer(SessionRuleSettings settings, int cores = 1)
{
    /// <summary>Pure and deterministic; long enough to belong on a thread of its own.</summary>
    /// <param name="sessions">Each row one session, oldest item first.</param>
    public LinearItemModel Train(InteractionMatrix sessions)
    {
        var sessionsOf = sessions.Rows.Transpose(sessions.ItemCount);
        float[] fading =
            [.. Enumerable.Range(0, settings.Window + 1).Select(distance => (float)Math.Pow(distance, -settings.Fading))];
        return new LinearItemModel(RowProducts.Make(sessions.ItemCount, sessions.ItemCount, cores, Sum, Keep));

        void Sum(int item, ScoreBuffer sums)
        {
            foreach (var session in sessionsOf.Columns(item)) AddNear(sessions.ItemsOf(session), item, sums);
        }

        void AddNear(ReadOnlySpan<int> items, int item, ScoreBuffer sums)
        {
            var place = items.IndexOf(item);
            for (var other = Math.Max(0, place - settings.Window); other < place && settings.Backward > 0; other++)
                sums.Add(items[other], (float)settings.Backward * fading[place - other]);
            for (var other = place + 1; other < items.Length && other <= place + settings.Window; other++)
                sums.Add(items[other], fading[other - place]);
        }
    }

    private void Keep(int item, ScoreBuffer sums, TopSelector selector, SparseRowsBuilder kept)
    {
        selector.Begin(settings.MostPerItem);
        foreach (var other in sums.Touched) selector.Offer(other, sums[other]);
        foreach (var (other, weight) in selector.Drain()) kept.Add(other, weight);
    }
}
