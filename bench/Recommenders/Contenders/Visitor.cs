using PersonalizationEngine.Recommenders.DataSets;

namespace PersonalizationEngine.Recommenders.Contenders;

/// <summary>Somebody to rank items for.</summary>
/// <param name="History">What is known of the person, oldest first.</param>
/// <param name="Candidates">The only items to rank; all but the history when null.</param>
internal sealed record Visitor(int Person, Meeting[] History, int[]? Candidates = null)
{
    /// <summary>Whether nothing of the history is recommended.</summary>
    public bool LeaveOutSeen { get; init; } = true;
}
