using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Rules.Groups;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Functions.Dashboard.Access;
using static PersonalizationEngine.Functions.Dashboard.Rules.PathIds;

namespace PersonalizationEngine.Functions.Dashboard.Rules;

public sealed class GroupPageFunctions(DashboardGate gate, EditGroup editing)
{
    private const string Route = "dashboard/groups", RouteOfOne = Route + "/{id:long}";

    /// <summary>The form of a new saved group.</summary>
    [Function("DashboardNewGroup")]
    public Task<IResult> BeginAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/new")] HttpRequest request) =>
        gate.ShowAsync<GroupPage>(request);

    /// <summary>A saved group with its values.</summary>
    [Function("DashboardGroup")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RouteOfOne)] HttpRequest request, string id) =>
        gate.ShowAsync<GroupPage>(request, (nameof(GroupPage.Id), IdOf(id)));

    /// <summary>Adds one.</summary>
    [Function("DashboardAddGroup")]
    public Task<IResult> AddAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/new")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => editing.SaveAsync(visit, form, null));

    /// <summary>Puts values in and takes values out.</summary>
    [Function("DashboardChangeGroup")]
    public Task<IResult> ChangeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfOne)] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => editing.SaveAsync(visit, form, IdOf(id)));

    /// <summary>Removes one that nothing names.</summary>
    [Function("DashboardRemoveGroup")]
    public Task<IResult> RemoveAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfOne + "/remove")] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => editing.RemoveAsync(visit, form, IdOf(id)));
}
