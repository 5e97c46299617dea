using PersonalizationEngine.Core.Recommendations.Training;

namespace PersonalizationEngine.Functions.Admin.Recommenders;

/// <param name="DenseModel"><c>ease</c> or <c>factors</c>.</param>
/// <param name="NeighbourModel"><c>item_knn</c> or <c>rp3beta</c>.</param>
/// <param name="PositionDecay">What each place further back in a history weighs beside the place before it.</param>
/// <param name="Bands">By how many items somebody met.</param>
internal sealed record ChoiceAnswer(
    string DenseModel,
    double Lambda,
    string NeighbourModel,
    double PositionDecay,
    int HeldOutPeople,
    IReadOnlyList<BandAnswer> Bands)
{
    private const int Decimals = 4;

    public static ChoiceAnswer Of(ModelChoice choice) => new(
        choice.Dense == DenseKind.Factors ? "factors" : "ease",
        choice.Lambda,
        choice.Neighbours == NeighbourKind.Rp3Beta ? "rp3beta" : "item_knn",
        Math.Round(choice.Plan.PositionDecay, Decimals),
        choice.HeldOutPeople,
        [.. choice.Bands.Select(BandAnswer.Of)]);
}
