using PersonalizationEngine.Engine.Administration.Trying;

namespace PersonalizationEngine.Functions.Admin.Rules.Trying;

/// <param name="RulesChecked">Active, and not over.</param>
/// <param name="PeopleSeen">Within the days that were asked about.</param>
/// <param name="PeopleTried">An even sample of those where there are more.</param>
internal sealed record FindingsAnswer(int RulesChecked, long PeopleSeen, int PeopleTried, IReadOnlyList<FindingAnswer> Findings)
{
    public static FindingsAnswer Of(FindingReport report) =>
        new(report.Checked, report.Seen, report.Asked, [.. report.Findings.Select(one => FindingAnswer.Of(one, report))]);
}
