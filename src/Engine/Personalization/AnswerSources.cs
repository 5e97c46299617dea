using PersonalizationEngine.Engine.Personalization.Playbooks;
using PersonalizationEngine.Engine.Personalization.Snapshots;

namespace PersonalizationEngine.Engine.Personalization;

/// <summary>Where the parts of an answer come from.</summary>
/// <param name="Profile"><c>live</c>, <c>stale</c> or <c>none</c>.</param>
/// <param name="ProfileReadAt">When the person was read.</param>
/// <param name="Recommendations">The recommender's name, or <c>none</c>.</param>
/// <param name="Playbook">Version of the rules and experiments; negative when they could not be read yet.</param>
public readonly record struct AnswerSources(string Profile, DateTimeOffset ProfileReadAt, string Recommendations, long Playbook)
{
    private static readonly string[] ProfileNames = ["live", "stale", "none"];

    /// <summary>Whether anything that should be in the answer could not be had fresh.</summary>
    public bool IsDegraded => Profile != ProfileNames[0] || Recommendations == "none" || HasStandIn || Playbook < 0;

    /// <summary>Another recommender stood in for the one that should have been heard.</summary>
    public bool HasStandIn { get; init; }

    internal static AnswerSources Of(PersonSnapshot snapshot, SnapshotSource source, PlaybookKeeper playbooks) => new(
        ProfileNames[(int)source], snapshot.ReadAt, snapshot.IsComplete ? snapshot.Recommender : "none", playbooks.Current.Version)
    {
        HasStandIn = snapshot.IsComplete && snapshot.HasStandIn,
    };
}
