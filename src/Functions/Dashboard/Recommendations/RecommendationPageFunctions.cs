using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;
using PersonalizationEngine.Dashboard.Recommendations;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Background;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Recommendations.Evaluation;
using PersonalizationEngine.Functions.Dashboard.Access;

namespace PersonalizationEngine.Functions.Dashboard.Recommendations;

/// <summary>The models in service, and what comes of them.</summary>
public sealed class RecommendationPageFunctions(
    DashboardGate gate, BackgroundWork background, IRecommenderTraining training, EvaluateRecommender evaluate, AuditedWork audited, IHostApplicationLifetime life)
{
    private const string Address = "/dashboard/recommendations";

    /// <summary>Models, what they are worth, and how often what they show is clicked.</summary>
    [Function("DashboardRecommendations")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dashboard/recommendations")] HttpRequest request) =>
        gate.ShowAsync<RecommendationsPage>(request);

    /// <summary>Trains anew in the background.</summary>
    [Function("DashboardTrainRecommender")]
    public Task<IResult> TrainAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/recommendations/train")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Admin, (visit, _) =>
        {
            var what = new AuditEntry(default, visit.Name, AuditedKinds.Recommender, "embedded", "trained");
            return Task.FromResult(visit.Go(Address, background.TryStart(RecommendationsPage.Training, visit.Name, token => TrainAsync(what, token), life.ApplicationStopping)
                ? "Training began; recommendations go on meanwhile."
                : "It was training already, and was not begun again."));
        });

    /// <summary>Judges the models on what was learnt, in the background.</summary>
    [Function("DashboardEvaluateRecommender")]
    public Task<IResult> EvaluateAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "dashboard/recommendations/evaluate")] HttpRequest request) =>
        gate.ChangeAsync(request, AccessRole.Admin, (visit, _) => Task.FromResult(visit.Go(
            Address,
            background.TryStart(RecommendationsPage.Evaluation, visit.Name, EvaluateAsync, life.ApplicationStopping)
                ? "The evaluation began; it takes seconds to some minutes."
                : "An evaluation was running already.")));

    private Task<string> TrainAsync(AuditEntry what, CancellationToken cancellationToken) => audited.RunAsync(
        what,
        async () =>
        {
            var summary = await training.TrainAsync(cancellationToken);
            return ($"Trained on {summary.People} people, {summary.Items} items and {summary.Interactions} interactions in {summary.Duration.TotalSeconds:0.0} s.", (string?)null);
        },
        cancellationToken);

    private async Task<string> EvaluateAsync(CancellationToken cancellationToken)
    {
        if (evaluate.TryStart(new OwnDataOptions()) is not { } running) return "Another evaluation was running; its result is shown when it is there.";
        var run = await running.WaitAsync(cancellationToken);
        return $"Evaluated in {run.Duration.TotalSeconds:0.0} s.";
    }
}
