namespace PersonalizationEngine.Core.Profiles;

/// <summary>What a person can consent to. A purpose never asked about is neither granted nor refused.</summary>
public static class Purposes
{
    public const string Analytics = "analytics", Personalization = "personalization";

    public static IReadOnlyList<string> All { get; } = [Analytics, Personalization, .. Channels.Addressed];

    public static bool IsKnown(string? purpose) => purpose is not null && All.Contains(purpose, StringComparer.Ordinal);
}
