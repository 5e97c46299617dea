using PersonalizationEngine.Core.Scoring.Calibration;

namespace PersonalizationEngine.Functions.Admin.Scoring.Calibration;

/// <summary>The looks of one part of the split.</summary>
internal sealed record PartAnswer(long People, long Looks, long Conversions)
{
    public static PartAnswer Of(IReadOnlyList<CalibrationCase> cases) =>
        new(cases.Select(one => one.PersonId).Distinct(StringComparer.Ordinal).LongCount(), cases.Count, cases.LongCount(one => one.Converted));
}
