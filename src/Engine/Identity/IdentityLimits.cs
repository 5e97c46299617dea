namespace PersonalizationEngine.Engine.Identity;

/// <summary>Where joining ids ends, because what follows is more likely a mistake than a person.</summary>
/// <param name="PeoplePerDevice">How many known people may log in on one device within the window; from the next one on it is shared and nobody's. Default 5.</param>
/// <param name="MergesPerPerson">How many people may become one within the window. Default 50.</param>
/// <param name="IdsPerPerson">How many ids may lead to one person. Default 500.</param>
/// <param name="Window">Default 30 days.</param>
/// <param name="Blocked">Ids that are no people's, whatever their case; nothing is joined by them.</param>
public sealed record IdentityLimits(int PeoplePerDevice, int MergesPerPerson, int IdsPerPerson, TimeSpan Window, IReadOnlySet<string> Blocked)
{
    public static readonly IReadOnlyList<string> UsuallyBlocked =
        ["null", "undefined", "nan", "none", "nil", "n/a", "guest", "anonymous", "unknown", "test", "true", "false", "0", "-1", "[object object]"];

    public static IdentityLimits Default { get; } = new(5, 50, 500, TimeSpan.FromDays(30), Set(UsuallyBlocked));

    public bool Blocks(string identity) => Blocked.Contains(identity);

    public static IReadOnlySet<string> Set(IEnumerable<string> ids) => ids.ToHashSet(StringComparer.OrdinalIgnoreCase);
}
