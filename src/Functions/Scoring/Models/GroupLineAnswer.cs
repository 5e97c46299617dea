using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Scoring.Models.Evaluation;

namespace PersonalizationEngine.Functions.Scoring.Models;

/// <summary>One group's part of a score by a model.</summary>
/// <param name="Kind"><c>fit</c> or <c>engagement</c>.</param>
/// <param name="Sum">Of what its rules count.</param>
/// <param name="Counted">What counts in the total.</param>
/// <param name="Capped">The group's cap or floor cut it.</param>
internal sealed record GroupLineAnswer(string Key, string Name, string Kind, double Sum, double Counted, bool Capped, IReadOnlyList<RuleLineAnswer> Rules)
{
    public static GroupLineAnswer Of(GroupLine line) => new(
        line.Group.Key, line.Group.Name, line.Group.Kind == ScoreGroupKind.Fit ? "fit" : "engagement", ScoreDigits.Show(line.Sum),
        ScoreDigits.Show(line.Counted), line.IsCut, [.. line.Rules.Select(RuleLineAnswer.Of)]);
}
