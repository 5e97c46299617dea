namespace PersonalizationEngine.Core.Profiles.Consent;

/// <summary>
/// What an answer does without for want of consent: <c>profile</c> (who they are and what they told), <c>history</c> (what they
/// did), <c>score</c> and <c>segment</c>. The same lists for everybody, so that an answer does not tell what there would be.
/// </summary>
public static class UnusedInputs
{
    private static readonly string[] Nothing = [], History = ["history"], Everything = ["profile", "history", "score", "segment"];

    /// <summary>Of what a person sees.</summary>
    public static IReadOnlyList<string> OfDecisions(Permissions permissions) =>
        !permissions.Allow(Permissions.Personalization) ? Everything : OfMeasurement(permissions);

    /// <summary>Of what is measured of a person.</summary>
    public static IReadOnlyList<string> OfMeasurement(Permissions permissions) =>
        permissions.Allow(Permissions.Analytics) ? Nothing : History;
}
