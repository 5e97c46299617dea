using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Rules;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Functions.Dashboard.Access;
using static PersonalizationEngine.Functions.Dashboard.Rules.PathIds;

namespace PersonalizationEngine.Functions.Dashboard.Rules;

public sealed class RuleChangeFunctions(DashboardGate gate, ChangeRule changes)
{
    private const string Route = "dashboard/rules/{id:long}";

    /// <summary>Makes the draft of a rule live.</summary>
    [Function("DashboardPublishRule")]
    public Task<IResult> PublishAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/publish")] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => changes.PublishAsync(visit, form, IdOf(id)));

    /// <summary>Approves of the draft of a rule, which somebody else has made.</summary>
    [Function("DashboardApproveRule")]
    public Task<IResult> ApproveAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/approve")] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => changes.ApproveAsync(visit, form, IdOf(id)));

    /// <summary>Throws the draft of a rule away.</summary>
    [Function("DashboardDropRuleDraft")]
    public Task<IResult> DropAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/drop")] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, _) => changes.DropAsync(visit, IdOf(id)));

    /// <summary>Makes a rule what it was at an earlier version.</summary>
    [Function("DashboardRollBackRule")]
    public Task<IResult> RollBackAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/rollback")] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => changes.RollBackAsync(visit, form, IdOf(id)));

    /// <summary>Removes a rule; its history stays.</summary>
    [Function("DashboardRemoveRule")]
    public Task<IResult> RemoveAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/remove")] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => changes.RemoveAsync(visit, form, IdOf(id)));
}
