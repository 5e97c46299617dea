using PersonalizationEngine.Dashboard.Forms;
using PersonalizationEngine.Dashboard.Frame;
using PersonalizationEngine.Dashboard.Versions;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Dashboard.Campaigns.Templates;

/// <summary>What is done with a template as a whole, from its own page: it is rolled back, it is removed.</summary>
public sealed class ChangeTemplate(TemplateDesk desk, RollBack<MessageTemplateSource> back)
{
    public Task<DashboardAnswer> RollBackAsync(Visit visit, PostedForm form, long id) =>
        back.RunAsync<TemplatePage>(visit, form, id, $"/dashboard/templates/{id}", "template");

    public async Task<DashboardAnswer> RemoveAsync(Visit visit, PostedForm form, long id)
    {
        var removed = await desk.RemoveAsync(id, DefinitionForms.VersionOf(form) ?? 0, visit.Name, DefinitionForms.ReasonOf(form), visit.Cancelled);
        return removed is Change<MessageTemplateSource>.Removed
            ? visit.Go("/dashboard/templates", "The template is removed.")
            : DefinitionForms.Again<MessageTemplateSource, TemplatePage>(visit, removed, id);
    }
}
