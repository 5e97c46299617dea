using System.Globalization;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Core.Rules.Care;
using PersonalizationEngine.Engine.Administration.Trying;
using PersonalizationEngine.Functions.Personalization;

namespace PersonalizationEngine.Functions.Admin.Rules.Trying;

/// <summary>What is the matter with a rule, and why that is certain.</summary>
/// <param name="Kind"><c>contradictory</c>, <c>unreachable</c>, <c>shadowed</c> or <c>empty</c>.</param>
/// <param name="Slots">Those it never wins.</param>
/// <param name="BeatenBy">The rules that win them.</param>
/// <param name="Proof">What cannot hold together.</param>
/// <param name="Example">Id of somebody who matches the rule and gets another's content.</param>
internal sealed record FindingAnswer(
    RuleReference Rule, string Kind, string Sentence, IReadOnlyList<string> Slots, IReadOnlyList<RuleReference> BeatenBy,
    IReadOnlyList<ProvenPartAnswer> Proof, string? Example)
{
    public static FindingAnswer Of(TriedFinding tried, FindingReport report)
    {
        var finding = tried.Finding;
        return new FindingAnswer(
            Name(finding.Rule), NameOf(finding.Kind), Tell(finding, report), finding.Slots, [.. finding.BeatenBy.Select(Name)],
            [.. finding.Parts.Select(part => new ProvenPartAnswer(part.Rule.Id, part.JsonPointer, part.Sentence))], tried.Example);
    }

    private static string NameOf(FindingKind kind) => kind switch
    {
        FindingKind.Contradictory => "contradictory",
        FindingKind.Unreachable => "unreachable",
        FindingKind.Shadowed => "shadowed",
        _ => "empty",
    };

    private static string Tell(RuleFinding finding, FindingReport report)
    {
        var slots = string.Join(", ", finding.Slots);
        var above = string.Join(", ", finding.BeatenBy.Select(rule => $"\"{rule.Name}\""));
        return finding.Kind switch
        {
            FindingKind.Contradictory => "Its condition can never hold: " + string.Join("; ", finding.Parts.Take(4).Select(part => part.Sentence)) + ".",
            FindingKind.Unreachable => $"It never wins anything: whoever matches it gets {slots} of {above}, which goes first.",
            FindingKind.Shadowed when finding.BeatenBy.Any(rule => rule.Holdout > 0) =>
                $"It wins {slots} only for people held out of {above}: everybody who matches it gets that first.",
            FindingKind.Shadowed => $"It never wins {slots}: whoever matches it gets that of {above}, which goes first.",
            _ => string.Create(CultureInfo.InvariantCulture, $"None of {report.Asked} people tried matches it, of {report.Seen} seen."),
        };
    }

    private static RuleReference Name(ContentRule rule) => new(rule.Id, rule.Name);
}
