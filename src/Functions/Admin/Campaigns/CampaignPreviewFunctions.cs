using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Delivery.Campaigns;
using PersonalizationEngine.Engine.Segments;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Campaigns;

[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
[QueryParameter("sample", "What to tell of how many people.", Type = typeof(int), Minimum = 0, Maximum = MeasureSegment.MaxSample, Default = MeasureSegment.DefaultSample)]
public sealed class CampaignPreviewFunctions(PreviewCampaign preview)
{
    /// <summary>Who would get a draft now, and what would be done with some of them; nothing is stored or sent.</summary>
    [Function("PreviewCampaignDraft")]
    [WithoutIdempotencyKey(WithoutIdempotencyKeyAttribute.ChangesNothing)]
    [Asks("CampaignDocument")]
    [Answers(StatusCodes.Status200OK, typeof(CampaignPreviewAnswer))]
    public Task<IResult> OfDraftAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/v1/admin/campaigns/preview")] HttpRequest request, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var sample = Sample(query);
        return query.HasErrors ? Task.FromResult(query.Refusal) : RequestDocument.AnswerAsync(
            request,
            async document =>
            {
                var found = await preview.OfDraftAsync(document, sample, cancellationToken);
                return found.Succeeded ? Answer(found.Value) : ProblemAnswer.Invalid(found.Faults);
            },
            cancellationToken);
    }

    /// <summary>Who would get a campaign now, and what would be done with some of them; nothing is stored or sent.</summary>
    [Function("PreviewCampaign")]
    [Answers(StatusCodes.Status200OK, typeof(CampaignPreviewAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    public async Task<IResult> OfStoredAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/v1/admin/campaigns/{id}/preview")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var number = query.Number("id", id);
        var sample = Sample(query);
        if (query.HasErrors) return query.Refusal;
        return await preview.OfStoredAsync(number, sample, cancellationToken) is { } found ? Answer(found) : ProblemAnswer.NotFound("Nothing has this id.");
    }

    private static int Sample(QueryReader query) => query.Integer("sample", MeasureSegment.DefaultSample, 0, MeasureSegment.MaxSample);

    private static JsonAnswer<CampaignPreviewAnswer> Answer(CampaignPreview found) =>
        new(CampaignPreviewAnswer.Of(found), ApiJson.Default.CampaignPreviewAnswer);
}
