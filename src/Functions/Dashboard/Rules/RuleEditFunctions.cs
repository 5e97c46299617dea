using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Rules.Editing;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Functions.Dashboard.Access;
using static PersonalizationEngine.Functions.Dashboard.Rules.PathIds;

namespace PersonalizationEngine.Functions.Dashboard.Rules;

public sealed class RuleEditFunctions(DashboardGate gate, EditRule editing)
{
    /// <summary>Every button of the editor of a new rule.</summary>
    [Function("DashboardTakeNewRule")]
    public Task<IResult> AddAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/rules/new")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => editing.TakeAsync(visit, form, null));

    /// <summary>Every button of the editor of a rule that is there.</summary>
    [Function("DashboardTakeRule")]
    public Task<IResult> ChangeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/rules/{id:long}/edit")] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => editing.TakeAsync(visit, form, IdOf(id)));
}
