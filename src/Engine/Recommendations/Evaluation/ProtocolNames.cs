using PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

namespace PersonalizationEngine.Engine.Recommendations.Evaluation;

/// <summary>Protocols as requests and answers name them.</summary>
public static class ProtocolNames
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<EvaluationProtocol>().Select(Of)];

    public static string Of(EvaluationProtocol protocol) => protocol == EvaluationProtocol.Random ? "random" : "temporal";

    /// <param name="name">One of <see cref="All"/>.</param>
    public static EvaluationProtocol Read(string name) => name == "random" ? EvaluationProtocol.Random : EvaluationProtocol.Temporal;
}
