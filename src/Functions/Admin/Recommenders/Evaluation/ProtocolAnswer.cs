using PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;
using PersonalizationEngine.Engine.Recommendations.Evaluation;

namespace PersonalizationEngine.Functions.Admin.Recommenders.Evaluation;

/// <param name="Reason">Why nobody was judged; null when some were.</param>
/// <param name="AsOf">The instant as of which everything was asked.</param>
/// <param name="AblePeople">How many there are to judge by.</param>
/// <param name="LearntPairs">Pairs of person and item that were learnt from.</param>
/// <param name="UnknownPairs">Hidden pairs left out, because their item could not be recommended then.</param>
internal sealed record ProtocolAnswer(
    string Protocol,
    string? Reason,
    DateTimeOffset AsOf,
    int AblePeople,
    int JudgedPeople,
    int LearntPairs,
    int HiddenPairs,
    int UnknownPairs,
    IReadOnlyList<ContenderAnswer> Models)
{
    public static ProtocolAnswer Of(ProtocolReport report) => new(
        ProtocolNames.Of(report.Protocol),
        report.Reason,
        report.AsOf,
        report.AblePeople,
        report.JudgedPeople,
        report.LearntPairs,
        report.HiddenPairs,
        report.UnknownPairs,
        [.. report.Contenders.Select(ContenderAnswer.Of)]);
}
