using PersonalizationEngine.Core.Rules.Care;
using PersonalizationEngine.Dashboard.Texts;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Administration.Holdouts;
using PersonalizationEngine.Engine.Administration.Listing;

namespace PersonalizationEngine.Dashboard.Rules.Showing;

/// <summary>What is known of rules, in plain words.</summary>
public static class RuleWords
{
    public static (string Text, Tone Tone) Of(RuleState state) => state switch
    {
        RuleState.Active => ("Active", Tone.Good),
        RuleState.Scheduled => ("Scheduled", Tone.Info),
        RuleState.Ended => ("Ended", Tone.Plain),
        _ => ("Off", Tone.Plain),
    };

    /// <summary>A mark of one word or two, and what it means.</summary>
    public static (string Mark, string Meaning) Of(RuleFinding finding)
    {
        var others = string.Join(", ", finding.BeatenBy.Select(rule => $"“{rule.Name}”").Distinct());
        return finding.Kind switch
        {
            FindingKind.Contradictory => ("Matches nobody", $"Its conditions contradict one another: {string.Join("; ", finding.Parts.Select(part => part.Sentence))}."),
            FindingKind.Unreachable => ("Never shown", $"Rules above it win its slots from everybody who matches it: {others}."),
            FindingKind.Shadowed => ("Partly hidden", $"In {string.Join(", ", finding.Slots)} the rules above it win, but for people held out of them: {others}."),
            _ => ("Nobody seen", "Nobody of the people it was tried on matches it."),
        };
    }

    public static string People(long people) => people == 1 ? "1 person" : $"{Figures.Number(people)} people";

    public static string Lift(RuleResults results) => results.Lift is { } lift
        ? $"{Figures.Change(lift.Value * 100)} % ({Figures.Change(lift.Low * 100)} to {Figures.Change(lift.High * 100)})"
        : "–";

    public static (string Text, Tone Tone) Verdict(RuleResults results) => results switch
    {
        { Verdict: "better" } => ("better than without", Tone.Good),
        { Verdict: "worse" } => ("worse than without", Tone.Bad),
        _ => ("not proven yet", Tone.Plain),
    };

    public static string Happened(string happening) => happening switch
    {
        Happenings.Added => "added",
        Happenings.Changed => "changed",
        Happenings.Published => "published from a draft",
        Happenings.RolledBack => "rolled back",
        Happenings.Removed => "removed",
        Happenings.Found => "found here when the history began",
        _ => happening,
    };

    /// <summary>What the history keeps for a change made with the master key reads better so.</summary>
    public static string Who(string by) => by.Length == 0 ? "unknown" : by == EditorName ? "master key" : by;

    private const string EditorName = "_master";
}
