using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Dashboard.Experiments;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Functions.Dashboard.Access;

namespace PersonalizationEngine.Functions.Dashboard.Experiments;

public sealed class NewExperimentFunctions(DashboardGate gate, AddExperiment adding)
{
    private const string Route = "dashboard/experiments/new";

    /// <summary>The form of a new experiment, and how many people it would need.</summary>
    [Function("DashboardNewExperiment")]
    public Task<IResult> BeginAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request) =>
        gate.ShowAsync<NewExperimentPage>(request);

    /// <summary>Adds an experiment as a draft.</summary>
    [Function("DashboardAddExperiment")]
    public Task<IResult> AddAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Editor, adding.RunAsync);
}
