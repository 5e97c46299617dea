namespace PersonalizationEngine.Core.Recommendations;

/// <summary>Which of the items a person has met are left out of an answer.</summary>
public enum LeaveOut
{
    /// <summary>None: a list of things to buy again, or to go back to.</summary>
    Nothing,

    /// <summary>What was bought, by <see cref="Interaction.IsPurchase"/>; what was only looked at may come again.</summary>
    Bought,

    /// <summary>All of it, in history and session.</summary>
    Seen,
}
