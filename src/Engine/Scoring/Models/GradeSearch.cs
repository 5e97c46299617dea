using PersonalizationEngine.Core.Scoring.Models.Evaluation;

namespace PersonalizationEngine.Engine.Scoring.Models;

/// <summary>Finds when a grade is next another if nothing more happens: day by day, and then by halving the day.</summary>
internal static class GradeSearch
{
    private const int MostDays = 400;

    private static readonly TimeSpan Step = TimeSpan.FromDays(1), Exactness = TimeSpan.FromMilliseconds(1);

    public static DateTimeOffset? First(LeadCurve curve, string grade, DateTimeOffset from, DateTimeOffset to)
    {
        for (var i = 0; i < MostDays && from < to; i++)
        {
            var next = from + Step < to ? from + Step : to;
            if (curve.At(next).Grade != grade) return Halve(curve, grade, from, next);
            from = next;
        }

        return null;
    }

    private static DateTimeOffset Halve(LeadCurve curve, string grade, DateTimeOffset from, DateTimeOffset to)
    {
        while (to - from > Exactness)
        {
            var middle = from + (to - from) / 2;
            if (curve.At(middle).Grade == grade) from = middle;
            else to = middle;
        }

        return to;
    }
}
