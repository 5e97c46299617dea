using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.OpenApi;

namespace PersonalizationEngine.Functions.Admin.Recommenders;

public sealed class RecommenderFunctions(IRecommender active, IEmbeddedRecommender embedded, IRecommenderTraining training, AuditedWork audited)
{
    /// <summary>Which recommenders there are, which one answers, and what the models of ours were chosen by.</summary>
    [Function("ListRecommenders")]
    [Answers(StatusCodes.Status200OK, typeof(RecommendersAnswer))]
    public IResult List(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/v1/admin/recommenders")] HttpRequest request) =>
        new JsonAnswer<RecommendersAnswer>(
            RecommendersAnswer.Of(active.Name, embedded.Name, training.Report()), ApiJson.Default.RecommendersAnswer);

    /// <summary>Trains ours anew, now, from all that was learnt; recommendations go on meanwhile.</summary>
    [Function("TrainRecommender")]
    [AsksNothing]
    [Answers(StatusCodes.Status200OK, typeof(RecommendersAnswer))]
    public Task<IResult> TrainAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/v1/admin/recommenders/embedded/train")] HttpRequest request,
        CancellationToken cancellationToken) => Editor.AnswerAsync(
        request,
        async by =>
        {
            var what = new AuditEntry(default, by, AuditedKinds.Recommender, embedded.Name, "trained") { Before = Report() };
            await audited.RunAsync(
                what, async () => (await training.TrainAsync(cancellationToken), Report()), cancellationToken);
            return List(request);
        });

    private string Report() => JsonSerializer.Serialize(
        RecommendersAnswer.Of(active.Name, embedded.Name, training.Report()), ApiJson.Default.RecommendersAnswer);
}
