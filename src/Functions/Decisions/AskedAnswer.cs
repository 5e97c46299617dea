using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Functions.Decisions;

/// <summary>What the frontend asked.</summary>
/// <param name="Slots">Null asked for all there were.</param>
/// <param name="Experiments">Null asked for all there were.</param>
/// <param name="Forced">Variants that a tester asked for; null for anybody else.</param>
internal sealed record AskedAnswer(
    IReadOnlyList<string>? Slots, int Limit, AttributeMap Context, IReadOnlyList<string>? Experiments, IReadOnlyDictionary<string, string>? Forced)
{
    public static AskedAnswer Of(DecisionRequest request) => new(request.Slots, request.Limit, request.Context, request.Experiments, request.Forced);
}
