using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Consent;

namespace PersonalizationEngine.Functions.Personalization;

/// <summary>What may be done with a person's data for a purpose, and why.</summary>
/// <param name="Purpose"><c>analytics</c>, <c>personalization</c>, <c>email</c>, <c>sms</c> or <c>push</c>.</param>
/// <param name="Said">The person's word: <c>granted</c>, <c>refused</c> or <c>not_asked</c>.</param>
/// <param name="Allowed">What follows from it; for somebody never asked, from the settings.</param>
internal sealed record ConsentAnswer(string Purpose, string Said, bool Allowed)
{
    public static IReadOnlyList<ConsentAnswer> Of(PersonState person) =>
    [
        .. Purposes.All.Select(purpose => new ConsentAnswer(
            purpose,
            !person.Profile.Consents.TryGetValue(purpose, out var granted) ? "not_asked" : granted ? "granted" : "refused",
            person.Permissions.Allow(PermissionNames.Of(purpose)))),
    ];
}
