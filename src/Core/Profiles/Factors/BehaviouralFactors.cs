namespace PersonalizationEngine.Core.Profiles.Factors;

/// <summary>All factors of one person at one instant.</summary>
/// <param name="Values">One per <see cref="Factor"/>, in the order of the enumeration.</param>
/// <param name="Sessions">Sessions started in the window of <see cref="Factor.ReturnVisits"/>.</param>
/// <param name="ValidUntil">
/// The instant from which a value differs though nothing more happens, because something enters or leaves its window; null if never.
/// </param>
public sealed record BehaviouralFactors(
    IReadOnlyList<FactorValue> Values,
    int Sessions,
    DateTimeOffset AsOf,
    DateTimeOffset? ValidUntil)
{
    public FactorValue this[Factor factor] => Values[(int)factor];

    /// <summary>The factors of somebody never seen: all zero.</summary>
    public static BehaviouralFactors None(DateTimeOffset asOf) =>
        new([.. FactorNames.All.Select(factor => new FactorValue(factor, 0, ActivityOrigin.None, null))], 0, asOf, null);
}
