using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Campaigns.Templates;
using PersonalizationEngine.Functions.Dashboard.Access;
using static PersonalizationEngine.Functions.Dashboard.Rules.PathIds;

namespace PersonalizationEngine.Functions.Dashboard.Campaigns.Templates;

public sealed class TemplatePageFunctions(DashboardGate gate)
{
    private const string Route = "dashboard/templates", RouteOfOne = Route + "/{id:long}";

    /// <summary>Templates and what they are for.</summary>
    [Function("DashboardTemplates")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        gate.ShowAsync<TemplatesPage>(request);

    /// <summary>The editor of a template, empty.</summary>
    [Function("DashboardNewTemplate")]
    public Task<IResult> BeginAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/new")] HttpRequest request) =>
        gate.ShowAsync<TemplateEditorPage>(request);

    /// <summary>One template: what it says, and its versions.</summary>
    [Function("DashboardTemplate")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RouteOfOne)] HttpRequest request, string id) =>
        gate.ShowAsync<TemplatePage>(request, (nameof(TemplatePage.Id), IdOf(id)));

    /// <summary>The editor with a template.</summary>
    [Function("DashboardEditTemplate")]
    public Task<IResult> EditAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RouteOfOne + "/edit")] HttpRequest request, string id) =>
        gate.ShowAsync<TemplateEditorPage>(request, (nameof(TemplateEditorPage.Id), IdOf(id)));

    /// <summary>Two versions of a template, line by line.</summary>
    [Function("DashboardTemplateDiff")]
    public Task<IResult> DiffAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RouteOfOne + "/diff")] HttpRequest request, string id) =>
        gate.ShowAsync<TemplateDiffPage>(request, (nameof(TemplateDiffPage.Id), IdOf(id)));
}
