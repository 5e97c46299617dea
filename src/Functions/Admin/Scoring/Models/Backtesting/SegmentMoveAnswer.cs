using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Scoring.Models.Backtesting;

namespace PersonalizationEngine.Functions.Admin.Scoring.Models.Backtesting;

/// <param name="Count">People and instants.</param>
internal sealed record SegmentMoveAnswer(string From, string To, int Count, IReadOnlyList<string> Sample)
{
    public static SegmentMoveAnswer Of(SegmentMove move) => new(move.From.Name(), move.To.Name(), move.Count, move.Sample);
}
