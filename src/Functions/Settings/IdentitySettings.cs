using PersonalizationEngine.Engine.Identity;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Section <c>identity</c>: where joining ids ends.</summary>
internal static class IdentitySettings
{
    private const string BlockedKey = "identity:blocked_ids";

    public static IdentityLimits Read(SettingsReader reader)
    {
        var defaults = IdentityLimits.Default;
        reader.Describe(BlockedKey, string.Join(", ", IdentityLimits.UsuallyBlocked), "", "a list of texts, in any case");
        return new IdentityLimits(
            reader.Integer("identity:people_per_device", defaults.PeoplePerDevice, 1, 1000, "people"),
            reader.Integer("identity:merges_per_person", defaults.MergesPerPerson, 1, 10_000, "merges"),
            reader.Integer("identity:ids_per_person", defaults.IdsPerPerson, 2, 100_000, "ids"),
            reader.Days("identity:window_days", defaults.Window, 1, 365),
            IdentityLimits.Set(reader.Texts(BlockedKey) ?? IdentityLimits.UsuallyBlocked));
    }
}
