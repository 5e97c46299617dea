namespace PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

/// <param name="Reason">Why nobody was judged, one sentence; null when some were.</param>
/// <param name="AsOf">The instant as of which everything was asked: no list knows what came later.</param>
/// <param name="AblePeople">How many people there are to judge by.</param>
/// <param name="JudgedPeople">How many of them were asked for.</param>
/// <param name="LearntPairs">How many pairs of person and item were learnt from.</param>
/// <param name="HiddenPairs">How many were hidden.</param>
/// <param name="UnknownPairs">
/// How many of the hidden ones were left out because the item could not be recommended then: hidden, expired, or not there yet.
/// </param>
/// <param name="Contenders">The whole first, then each part of its blend; empty when nobody was judged.</param>
public sealed record ProtocolReport(
    EvaluationProtocol Protocol,
    string? Reason,
    DateTimeOffset AsOf,
    int AblePeople,
    int JudgedPeople,
    int LearntPairs,
    int HiddenPairs,
    int UnknownPairs,
    IReadOnlyList<ContenderReport> Contenders);
