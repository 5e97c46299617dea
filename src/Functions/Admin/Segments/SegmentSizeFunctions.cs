using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Engine.Segments;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Idempotency;
using PersonalizationEngine.Functions.Http.Problems;
using PersonalizationEngine.Functions.OpenApi;
using PersonalizationEngine.Functions.OpenApi.Parameters;

namespace PersonalizationEngine.Functions.Admin.Segments;

[PathParameter("id", "The id it was given.", Type = typeof(long), Minimum = 1)]
public sealed class SegmentSizeFunctions(PreviewSegment preview)
{
    /// <summary>How many people a draft condition holds for, and some of them; nothing is stored.</summary>
    [Function("PreviewSegment")]
    [WithoutIdempotencyKey(WithoutIdempotencyKeyAttribute.ChangesNothing)]
    [Asks("SegmentPreviewDocument")]
    [Answers(StatusCodes.Status200OK, typeof(SegmentSizeAnswer))]
    public Task<IResult> PreviewAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/v1/admin/segments/preview")] HttpRequest request,
        CancellationToken cancellationToken) => RequestDocument.AnswerAsync(
        request,
        async document =>
        {
            var size = await preview.OfDraftAsync(document, cancellationToken);
            return size.Succeeded ? Answer(size.Value) : ProblemAnswer.Invalid(size.Faults);
        },
        cancellationToken);

    /// <summary>How many people are in a segment, and some of them.</summary>
    [Function("MeasureSegment")]
    [Answers(StatusCodes.Status200OK, typeof(SegmentSizeAnswer))]
    [Fails(StatusCodes.Status404NotFound)]
    [QueryParameter("sample", "How many of their ids to show.", Type = typeof(int), Minimum = 0, Maximum = MeasureSegment.MaxSample, Default = MeasureSegment.DefaultSample)]
    public async Task<IResult> MeasureAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/v1/admin/segments/{id}/size")] HttpRequest request,
        string id,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var number = query.Number("id", id);
        var sample = query.Integer("sample", MeasureSegment.DefaultSample, 0, MeasureSegment.MaxSample);
        if (query.HasErrors) return query.Refusal;
        return await preview.OfStoredAsync(number, sample, cancellationToken) is { } size
            ? Answer(size)
            : ProblemAnswer.NotFound("Nothing has this id.");
    }

    private static JsonAnswer<SegmentSizeAnswer> Answer(SegmentSize size) =>
        new(SegmentSizeAnswer.Of(size), ApiJson.Default.SegmentSizeAnswer);
}
