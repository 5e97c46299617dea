namespace PersonalizationEngine.Core.Profiles.Consent;

/// <summary>What may be done with the data of somebody who was never asked. Whoever was asked is taken at their word.</summary>
/// <param name="Unasked">Default: analytics and personalization. A site that asks before it does anything allows none.</param>
public sealed record ConsentPolicy(Permissions Unasked)
{
    public static ConsentPolicy Default { get; } = new(Permissions.Analytics | Permissions.Personalization);

    /// <param name="said">Purpose to granted or refused; a purpose never asked about is absent.</param>
    public Permissions Of(IReadOnlyDictionary<string, bool> said)
    {
        var permissions = Unasked;
        foreach (var (purpose, granted) in said)
        {
            var one = PermissionNames.Of(purpose);
            permissions = granted ? permissions | one : permissions & ~one;
        }

        return permissions;
    }
}
