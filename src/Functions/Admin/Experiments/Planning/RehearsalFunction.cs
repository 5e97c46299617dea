using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Experiments.Planning;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Experiments.Planning;

[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
public sealed class RehearsalFunction(RehearseTrial rehearse)
{
    /// <summary>Runs the experiment over the site's last days as if nothing differed, many times, and tells how often something was found.</summary>
    [Function("RehearseExperiment")]
    [WithoutIdempotencyKey(WithoutIdempotencyKeyAttribute.ChangesNothing)]
    [Asks("RehearsalDocument", IsOptional = true)]
    [Answers(StatusCodes.Status200OK, typeof(RehearsalAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/v1/admin/experiments/{id}/rehearsal")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var number = query.Number("id", id);
        return query.HasErrors ? Task.FromResult(query.Refusal) : RequestDocument.AnswerAsync(
            request,
            async document =>
            {
                var reader = new DocumentReader(document);
                reader.RefuseUnknown("runs", "days");
                var runs = reader.Integer("runs", 100, RehearseTrial.MaxRuns) ?? RehearseTrial.DefaultRuns;
                var days = reader.Integer("days", 1, RehearseTrial.MaxDays) ?? RehearseTrial.DefaultDays;
                if (reader.Faults.Count > 0) return ProblemAnswer.Invalid(reader.Faults);
                var report = await rehearse.RunAsync(number, (int)runs, TimeSpan.FromDays(days), cancellationToken);
                return report is null
                    ? ProblemAnswer.NotFound("Nothing has this id.")
                    : new JsonAnswer<RehearsalAnswer>(RehearsalAnswer.Of(report), ApiJson.Default.RehearsalAnswer);
            },
            cancellationToken,
            isOptional: true);
    }
}
