using PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

namespace PersonalizationEngine.Functions.Admin.Recommenders.Evaluation;

/// <param name="Model"><c>served</c> for the whole, else the part of the blend that answered alone.</param>
internal sealed record ContenderAnswer(string Model, GroupAnswer Everybody, IReadOnlyList<GroupAnswer> Bands)
{
    public static ContenderAnswer Of(ContenderReport report) => new(
        report.Part is { } part ? BlendPartNames.Of(part) : "served",
        GroupAnswer.Of(report.Everybody),
        [.. report.Bands.Select(GroupAnswer.Of)]);
}
