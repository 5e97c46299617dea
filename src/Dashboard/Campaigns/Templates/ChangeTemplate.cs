using System.Globalization;
using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Dashboard.Campaigns.Templates;

/// <summary>What is done with a template as a whole, from its own page: it is rolled back, it is removed.</summary>
public sealed class ChangeTemplate(TemplateDesk desk, TellHistory<MessageTemplateSource> history)
{
    public async Task<DashboardAnswer> RollBackAsync(Visit visit, PostedForm form, long id)
    {
        var to = Number(form["to"]) ?? 0;
        var back = await history.RollBackAsync(id, Number(form["version"]) ?? 0, to, visit.Name, Reason(form), visit.Cancelled);
        return Told(visit, id, back, string.Create(CultureInfo.InvariantCulture, $"The template is as it was at version {to}."));
    }

    public async Task<DashboardAnswer> RemoveAsync(Visit visit, PostedForm form, long id)
    {
        var removed = await desk.RemoveAsync(id, Number(form["version"]) ?? 0, visit.Name, Reason(form), visit.Cancelled);
        return removed is Change<MessageTemplateSource>.Removed ? visit.Go("/dashboard/templates", "The template is removed.") : Told(visit, id, removed, "");
    }

    private static DashboardAnswer Told(Visit visit, long id, Change<MessageTemplateSource> change, string notice) => change switch
    {
        Change<MessageTemplateSource>.Done => visit.Go(string.Create(CultureInfo.InvariantCulture, $"/dashboard/templates/{id}"), notice),
        Change<MessageTemplateSource>.Refused refused => Again(visit, id, 409, refused.Reason),
        Change<MessageTemplateSource>.Outdated => Again(visit, id, 409, "Somebody else has changed it meanwhile. Nothing was overwritten; look at how it is now."),
        Change<MessageTemplateSource>.Invalid invalid => Again(visit, id, 409, string.Join(" ", invalid.Faults.Select(fault => $"{fault.Field} {fault.Message}."))),
        _ => Again(visit, id, 404, "There is nothing of that kind any more."),
    };

    private static DashboardAnswer Again(Visit visit, long id, int status, string why)
    {
        visit.Fault("", why);
        return visit.Show<TemplatePage>(status, (nameof(TemplatePage.Id), id));
    }

    private static string? Reason(PostedForm form) => form["reason"] is { Length: > 0 } reason ? reason[..Math.Min(reason.Length, SentDocument.LongestReason)] : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
