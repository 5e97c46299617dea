namespace PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

/// <summary>
/// How good recommendations would have been on one's own data: a part of what people met is hidden, a recommender of its own
/// learns the rest, and is asked. The one that serves is not touched. The same data always give the same figures. It takes some times as long as a
/// training and as much memory as a second recommender, so it belongs on a thread of its own.
/// </summary>
public sealed class OwnDataEvaluation(RecommenderSettings settings)
{
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public OwnDataReport Run(EvaluatedData data, OwnDataOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(options.K, Math.Clamp(options.K, 1, OwnDataOptions.MostPlaces));
        ArgumentOutOfRangeException.ThrowIfNotEqual(
            options.People, Math.Clamp(options.People, OwnDataOptions.FewestPeople, OwnDataOptions.MostPeople));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Cores, 1);
        var settled = SettledOrder.Of(data);
        return new OwnDataReport(
            options, settled.Histories.PersonCount, settled.ItemIds.Count, settled.Histories.PairCount, [.. options.Protocols.Distinct().Select(Judge)]);

        ProtocolReport Judge(EvaluationProtocol protocol)
        {
            using var trial = new ProtocolTrial(protocol, settled, options, settings);
            return trial.Run();
        }
    }
}
