using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Consent;

namespace PersonalizationEngine.Functions.Settings;

/// <summary>Section <c>consent</c>: what may be done for each purpose with the data of people who were never asked.</summary>
internal static class ConsentSettings
{
    private const string Allowed = "allowed", Forbidden = "forbidden";

    public static ConsentPolicy Read(SettingsReader reader)
    {
        var unasked = Permissions.None;
        foreach (var purpose in Purposes.All)
        {
            var permission = PermissionNames.Of(purpose);
            if (ReadOne(reader, $"consent:unasked:{purpose}", ConsentPolicy.Default.Unasked.Allow(permission))) unasked |= permission;
        }

        return new ConsentPolicy(unasked);
    }

    private static bool ReadOne(SettingsReader reader, string key, bool fallback)
    {
        reader.Describe(key, fallback ? Allowed : Forbidden, "", $"{Allowed} or {Forbidden}");
        switch (reader.Text(key))
        {
            case null: return fallback;
            case Allowed: return true;
            case Forbidden: return false;
            case var text:
                reader.Fault(key, $"must be {Allowed} or {Forbidden}, not \"{text}\"");
                return fallback;
        }
    }
}
