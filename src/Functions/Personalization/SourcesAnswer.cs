using PersonalizationEngine.Engine.Personalization;

namespace PersonalizationEngine.Functions.Personalization;

/// <summary>Where the parts of a decision come from.</summary>
/// <param name="Profile"><c>live</c>, <c>stale</c> or <c>none</c>.</param>
/// <param name="ProfileAgeSeconds">Since the person was read.</param>
/// <param name="Recommendations">The recommender, or <c>none</c>.</param>
/// <param name="Playbook">Version of rules and experiments.</param>
internal sealed record SourcesAnswer(string Profile, double ProfileAgeSeconds, string Recommendations, long Playbook)
{
    public static SourcesAnswer Of(AnswerSources sources, DateTimeOffset now) => new(
        sources.Profile, Math.Round(Math.Max(0, (now - sources.ProfileReadAt).TotalSeconds), 3), sources.Recommendations, sources.Playbook);
}
