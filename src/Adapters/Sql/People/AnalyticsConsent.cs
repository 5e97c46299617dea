using PersonalizationEngine.Core.Profiles.Consent;

namespace PersonalizationEngine.Adapters.Sql.People;

/// <summary>Leaves what people did on the website out of queries where it must not be counted or learnt from.</summary>
internal static class AnalyticsConsent
{
    /// <summary>A condition that holds for people who may be counted.</summary>
    /// <param name="person">The column that has their id.</param>
    public static string Holds(ConsentPolicy policy, string person) =>
        policy.Unasked.Allow(Permissions.Analytics) ? $"not {Said(person, "false")}" : Said(person, "true");

    private static string Said(string person, string word) =>
        $"exists (select 1 from consents w where w.person_id = {person} and w.purpose = 'analytics' and w.granted = {word})";
}
