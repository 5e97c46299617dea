using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Experiments;
using PersonalizationEngine.Dashboard.Experiments.Editing;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Functions.Dashboard.Access;
using static PersonalizationEngine.Functions.Dashboard.Rules.PathIds;

namespace PersonalizationEngine.Functions.Dashboard.Experiments;

public sealed class ExperimentEditFunctions(DashboardGate gate, EditExperiment editing)
{
    private const string Route = "dashboard/experiments", RouteOfEdit = Route + "/{id:long}/edit";

    /// <summary>The editor of an experiment, empty, with how many people it would need.</summary>
    [Function("DashboardNewExperiment")]
    public Task<IResult> BeginAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/new")] HttpRequest request) =>
        gate.ShowAsync<ExperimentEditorPage>(request);

    /// <summary>The editor with an experiment.</summary>
    [Function("DashboardEditExperiment")]
    public Task<IResult> EditAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RouteOfEdit)] HttpRequest request, string id) =>
        gate.ShowAsync<ExperimentEditorPage>(request, (nameof(ExperimentEditorPage.Id), IdOf(id)));

    /// <summary>Every button of the editor of a new experiment.</summary>
    [Function("DashboardTakeNewExperiment")]
    public Task<IResult> AddAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/new")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => editing.TakeAsync(visit, form, null));

    /// <summary>Every button of the editor of an experiment that is there.</summary>
    [Function("DashboardTakeExperiment")]
    public Task<IResult> ChangeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfEdit)] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => editing.TakeAsync(visit, form, IdOf(id)));
}
