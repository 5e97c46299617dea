using PersonalizationEngine.Engine.Recommendations.Evaluation;

namespace PersonalizationEngine.Functions.Admin.Recommenders.Evaluation;

/// <param name="K">How many places of each list were judged.</param>
/// <param name="People">With a history.</param>
/// <param name="Items">Met by anybody or catalogued.</param>
/// <param name="Pairs">Different pairs of person and item.</param>
internal sealed record EvaluationAnswer(
    DateTimeOffset StartedAt, double Seconds, int K, int People, int Items, int Pairs, IReadOnlyList<ProtocolAnswer> Protocols)
{
    private const int Decimals = 3;

    public static EvaluationAnswer Of(EvaluationRun run) => new(
        run.StartedAt,
        Math.Round(run.Duration.TotalSeconds, Decimals),
        run.Report.Options.K,
        run.Report.People,
        run.Report.Items,
        run.Report.Pairs,
        [.. run.Report.Protocols.Select(ProtocolAnswer.Of)]);
}
