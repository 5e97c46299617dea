namespace PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

/// <param name="People">With a history.</param>
/// <param name="Items">Met by anybody or catalogued.</param>
/// <param name="Pairs">Different pairs of person and item.</param>
public sealed record OwnDataReport(
    OwnDataOptions Options, int People, int Items, int Pairs, IReadOnlyList<ProtocolReport> Protocols);
