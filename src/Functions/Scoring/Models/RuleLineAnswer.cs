using PersonalizationEngine.Core.Scoring.Models.Evaluation;

namespace PersonalizationEngine.Functions.Scoring.Models;

/// <summary>One rule's part of a score by a model.</summary>
/// <param name="Units">Acts counted, units of the factor, or 1 and 0 for a condition that holds or not.</param>
/// <param name="Points">Units × the rule's points, as if nothing had faded.</param>
/// <param name="Decayed">What is left of them.</param>
/// <param name="Counted">What counts in the group.</param>
/// <param name="Capped">The rule's own cap or floor cut it.</param>
internal sealed record RuleLineAnswer(
    string Key, string Name, double PointsEach, double Units, double Points, double Decayed, double Counted, bool Capped, DateTimeOffset? LatestAt)
{
    public static RuleLineAnswer Of(RuleLine line) => new(
        line.Rule.Key, line.Rule.Name, line.Rule.Points, ScoreDigits.Show(line.Count.Units), ScoreDigits.Show(line.Points), ScoreDigits.Show(line.Decayed),
        ScoreDigits.Show(line.Counted), line.IsCut, line.Count.LatestAt);
}
