namespace PersonalizationEngine.Core.Experiments.Interleaving;

/// <summary>Clicks on interleaved lists by whose pick was clicked.</summary>
/// <param name="FirstWins">Lists on which the first team got more clicks.</param>
/// <param name="Ties">Lists with as many clicks for either, none among them.</param>
public readonly record struct TeamCredit(int FirstWins, int SecondWins, int Ties)
{
    /// <summary>Of the lists that decided, the share the first team won; a half where none did.</summary>
    public double FirstShare => FirstWins + SecondWins == 0 ? 0.5 : (double)FirstWins / (FirstWins + SecondWins);

    /// <summary>Counts one more list.</summary>
    public TeamCredit With(IEnumerable<DraftedItem> list, IReadOnlySet<string> clicked)
    {
        var lead = 0;
        foreach (var item in list)
            if (clicked.Contains(item.ItemId)) lead += item.Team == 0 ? 1 : -1;
        return lead > 0 ? this with { FirstWins = FirstWins + 1 } : lead < 0 ? this with { SecondWins = SecondWins + 1 } : this with { Ties = Ties + 1 };
    }
}
