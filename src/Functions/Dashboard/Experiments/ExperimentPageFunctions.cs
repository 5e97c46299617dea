using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Experiments;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Functions.Dashboard.Access;
using static PersonalizationEngine.Functions.Dashboard.Rules.PathIds;

namespace PersonalizationEngine.Functions.Dashboard.Experiments;

public sealed class ExperimentPageFunctions(DashboardGate gate, ChangeExperiment changes)
{
    private const string Route = "dashboard/experiments", RouteOfOne = Route + "/{id:long}";

    /// <summary>Experiments, the oldest first.</summary>
    [Function("DashboardExperiments")]
    public Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        gate.ShowAsync<ExperimentsPage>(request);

    /// <summary>What an experiment has shown so far.</summary>
    [Function("DashboardExperiment")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RouteOfOne)] HttpRequest request, string id) =>
        gate.ShowAsync<ExperimentPage>(request, (nameof(ExperimentPage.Id), IdOf(id)));

    /// <summary>What differs between two versions of an experiment.</summary>
    [Function("DashboardExperimentDiff")]
    public Task<IResult> CompareAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RouteOfOne + "/diff")] HttpRequest request, string id) =>
        gate.ShowAsync<ExperimentDiffPage>(request, (nameof(ExperimentDiffPage.Id), IdOf(id)));

    /// <summary>Starts an experiment, for the first time or again.</summary>
    [Function("DashboardStartExperiment")]
    public Task<IResult> StartAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfOne + "/start")] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => changes.SetAsync(visit, form, IdOf(id), "status", "running", "The experiment is running."));

    /// <summary>Pauses an experiment.</summary>
    [Function("DashboardPauseExperiment")]
    public Task<IResult> PauseAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfOne + "/pause")] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => changes.SetAsync(visit, form, IdOf(id), "status", "paused", "The experiment is paused."));

    /// <summary>Gives one variant to everybody in an experiment that runs on.</summary>
    [Function("DashboardReleaseVariant")]
    public Task<IResult> ReleaseAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfOne + "/release")] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => changes.SetAsync(
            visit, form, IdOf(id), "released_variant", form["variant"] ?? "", "The variant is released to everybody."));

    /// <summary>Ends an experiment for good.</summary>
    [Function("DashboardCompleteExperiment")]
    public Task<IResult> CompleteAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RouteOfOne + "/complete")] HttpRequest request, string id) =>
        gate.ChangeAsync(request, AccessRole.Editor, (visit, form) => changes.SetAsync(visit, form, IdOf(id), "status", "completed", "The experiment is completed."));
}
