using System.Globalization;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.Drafts;
using PersonalizationEngine.Engine.Administration.History;

namespace PersonalizationEngine.Dashboard.Rules;

/// <summary>What is done with a rule as a whole, from its own page: its draft is published, it is rolled back, it is removed.</summary>
public sealed class ChangeRule(RuleDesk desk, RuleDrafts drafts, TellHistory<ContentRule> history)
{
    public async Task<DashboardAnswer> PublishAsync(Visit visit, PostedForm form, long id) =>
        Told(visit, id, await drafts.PublishAsync(id, Number(form["revision"]), visit.Name, null, visit.Cancelled), "The draft is live.");

    public async Task<DashboardAnswer> ApproveAsync(Visit visit, PostedForm form, long id) =>
        await drafts.ApproveAsync(id, Number(form["revision"]), visit.Name, visit.Cancelled) switch
        {
            DraftChange<ContentRule>.Done => visit.Go(Address(id), "Approved. It can be published now."),
            DraftChange<ContentRule>.Refused refused => Again(visit, id, refused.Reason),
            DraftChange<ContentRule>.Outdated => Again(visit, id, "Somebody has saved the draft again meanwhile. Look at what it says now."),
            _ => Again(visit, id, "There is no draft any more."),
        };

    public async Task<DashboardAnswer> DropAsync(Visit visit, long id) => await drafts.RemoveAsync(id, visit.Name, visit.Cancelled)
        ? visit.Go(Address(id), "The draft is dropped.")
        : Again(visit, id, "There is no draft any more.");

    public async Task<DashboardAnswer> RollBackAsync(Visit visit, PostedForm form, long id)
    {
        var to = Number(form["to"]) ?? 0;
        var back = await history.RollBackAsync(id, Number(form["version"]), to, visit.Name, Reason(form), visit.Cancelled);
        return Told(visit, id, back, string.Create(CultureInfo.InvariantCulture, $"The rule is as it was at version {to}."));
    }

    public async Task<DashboardAnswer> RemoveAsync(Visit visit, PostedForm form, long id)
    {
        var removed = await desk.RemoveAsync(id, Number(form["version"]), visit.Name, Reason(form), visit.Cancelled);
        return removed is Change<ContentRule>.Removed ? visit.Go("/dashboard/rules", "The rule is removed.") : Told(visit, id, removed, "");
    }

    private static DashboardAnswer Told(Visit visit, long id, Change<ContentRule> change, string notice) => change switch
    {
        Change<ContentRule>.Done => visit.Go(Address(id), notice),
        Change<ContentRule>.Refused refused => Again(visit, id, refused.Reason),
        Change<ContentRule>.Outdated => Again(visit, id, "Somebody else has changed it meanwhile. Nothing was overwritten; look at how it is now."),
        Change<ContentRule>.Invalid invalid => Again(visit, id, string.Join(" ", invalid.Faults.Select(fault => $"{fault.Field} {fault.Message}."))),
        _ => Again(visit, id, "There is nothing of that kind any more."),
    };

    private static DashboardAnswer Again(Visit visit, long id, string why)
    {
        visit.Fault("", why);
        return visit.Show<RulePage>(409, (nameof(RulePage.Id), id));
    }

    private static string? Reason(PostedForm form) => form["reason"] is { Length: > 0 } reason ? reason[..Math.Min(reason.Length, SentDocument.LongestReason)] : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Address(long id) => string.Create(CultureInfo.InvariantCulture, $"/dashboard/rules/{id}");
}
