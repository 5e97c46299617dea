using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Engine.Administration.Trying;

namespace PersonalizationEngine.Functions.Admin.Rules.Trying;

/// <summary>What drafts would change.</summary>
/// <param name="PeopleSeen">Within the days that were asked about.</param>
/// <param name="PeopleTried">Fewer than those where there are too many: then they are an even sample.</param>
/// <param name="PeopleChanged">For whom some slot would be filled otherwise.</param>
/// <param name="Quiet">Rules that win something now and would win nothing.</param>
/// <param name="TookMs">Milliseconds.</param>
internal sealed record WhatIfAnswer(
    long PeopleSeen, int PeopleTried, bool IsSample, int PeopleChanged, IReadOnlyList<TriedDraftAnswer> Rules,
    IReadOnlyList<SlotShiftAnswer> Changes, IReadOnlyList<QuietRuleAnswer> Quiet, DateTimeOffset At, long TookMs)
{
    public static WhatIfAnswer Of(WhatIfReport report) => new(
        report.Seen, report.Asked, report.Asked < report.Seen, report.ChangedPeople,
        [.. report.Drafts.Select(draft => new TriedDraftAnswer(Name(draft.Rule)!, draft.Matches, draft.WinsBefore, draft.WinsAfter))],
        [.. report.Shifts.Select(shift => new SlotShiftAnswer(shift.Slot, Name(shift.From), Name(shift.To), shift.People, shift.Sample))],
        [.. report.Quiet.Select(quiet => new QuietRuleAnswer(Name(quiet.Rule)!, quiet.Won))],
        report.At,
        (long)report.Took.TotalMilliseconds);

    private static TriedRuleReference? Name(ContentRule? rule) =>
        rule is null ? null : new TriedRuleReference(DraftSet.IsNew(rule) ? null : rule.Id, rule.Name);
}
