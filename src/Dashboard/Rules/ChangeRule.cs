using System.Globalization;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Dashboard.Versions;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.Drafts;

namespace PersonalizationEngine.Dashboard.Rules;

/// <summary>What is done with a rule as a whole, from its own page: its draft is published, it is rolled back, it is removed.</summary>
public sealed class ChangeRule(RuleDesk desk, RuleDrafts drafts, RollBack<ContentRule> back)
{
    public async Task<DashboardAnswer> PublishAsync(Visit visit, PostedForm form, long id)
    {
        var published = await drafts.PublishAsync(id, Number(form["revision"]), visit.Name, null, visit.Cancelled);
        return published is Change<ContentRule>.Done ? visit.Go(Address(id), "The draft is live.") : DefinitionForms.Again<ContentRule, RulePage>(visit, published, id);
    }

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

    public Task<DashboardAnswer> RollBackAsync(Visit visit, PostedForm form, long id) => back.RunAsync<RulePage>(visit, form, id, Address(id), "rule");

    public async Task<DashboardAnswer> RemoveAsync(Visit visit, PostedForm form, long id)
    {
        var removed = await desk.RemoveAsync(id, DefinitionForms.VersionOf(form), visit.Name, DefinitionForms.ReasonOf(form), visit.Cancelled);
        return removed is Change<ContentRule>.Removed ? visit.Go("/dashboard/rules", "The rule is removed.") : DefinitionForms.Again<ContentRule, RulePage>(visit, removed, id);
    }

    private static DashboardAnswer Again(Visit visit, long id, string why)
    {
        visit.Fault("", why);
        return visit.Show<RulePage>(409, (nameof(RulePage.Id), id));
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Address(long id) => string.Create(CultureInfo.InvariantCulture, $"/dashboard/rules/{id}");
}
