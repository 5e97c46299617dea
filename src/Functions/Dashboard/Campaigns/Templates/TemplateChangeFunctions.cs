using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Campaigns.Templates;
using PersonalizationEngine.Dashboard.Campaigns.Templates.Editing;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Functions.Dashboard.Access;
using static PersonalizationEngine.Functions.Dashboard.Rules.PathIds;

namespace PersonalizationEngine.Functions.Dashboard.Campaigns.Templates;

public sealed class TemplateChangeFunctions(DashboardGate gate, EditTemplate editing, ChangeTemplate changes)
{
    private const string Route = "dashboard/templates", RouteOfOne = Route + "/{id:long}";

    /// <summary>Every button of the editor of a new template.</summary>
    [Function("DashboardTakeNewTemplate")]
    public Task<IResult> AddAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/new")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => editing.TakeAsync(visit, form, null));

    /// <summary>Every button of the editor of a template that is there.</summary>
    [Function("DashboardTakeTemplate")]
    public Task<IResult> ChangeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfOne + "/edit")] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => editing.TakeAsync(visit, form, IdOf(id)));

    /// <summary>How the email of a form looks; goes into a frame of the editor.</summary>
    [Function("DashboardTemplateLook")]
    public Task<IResult> LookAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/look")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Editor, editing.LookAsync);

    /// <summary>Makes a template what it was at an earlier version.</summary>
    [Function("DashboardRollBackTemplate")]
    public Task<IResult> RollBackAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfOne + "/rollback")] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => changes.RollBackAsync(visit, form, IdOf(id)));

    /// <summary>Removes a template; its history stays.</summary>
    [Function("DashboardRemoveTemplate")]
    public Task<IResult> RemoveAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfOne + "/remove")] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => changes.RemoveAsync(visit, form, IdOf(id)));
}
