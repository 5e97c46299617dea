using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Rules.Conditions.Behaviour;

/// <summary>
/// When somebody did what conditions in force ask about: a map from the key of a pattern to instants, oldest first, at most
/// one more than <see cref="ActTimes.Most"/> of them, in seconds since 1970. Instants rather than counts, so that a condition holds or ends when
/// only time passes.
/// </summary>
internal static class ActHistory
{
    /// <summary>The attribute of a person that holds it.</summary>
    public const string Attribute = "acts";

    /// <summary>Beside the keys of patterns: which patterns were looked for.</summary>
    public const string Fingerprint = "";

    private const string Time = "time", Now = "unix";

    /// <summary>Null where it cannot be told.</summary>
    public static int? Count(in AttributeValue person, string pattern, TimeSpan within)
    {
        if (person.Kind != AttributeKind.Map || person.Map[Attribute] is not { Kind: AttributeKind.Map } acts) return null;
        if (acts.Map[pattern] is not { Kind: AttributeKind.List } instants) return null;
        if (person.Map[Time] is not { Kind: AttributeKind.Map } time || time.Map[Now] is not { Kind: AttributeKind.Number } now) return null;

        // A sender's clock may be ahead: what will have happened counts as of now.
        var since = now.Number - within.TotalSeconds;
        var items = instants.Items;
        var count = 0;
        while (count < items.Length && items[items.Length - 1 - count] is { Kind: AttributeKind.Number } at && at.Number >= since) count++;
        return count;
    }
}
