using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Engine.Administration.Drafts;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Scoring.Calibration;
using PersonalizationEngine.Engine.Scoring.Models;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.Admin.Scoring.Calibration;

public sealed class CalibrateFunction(CalibrateScore calibrate, LeadModelDrafts drafts, IDefinitions<LeadModel> models, TimeProvider time)
{
    /// <summary>Learns a scoring model from who converted and judges it on what came later; of a named model it becomes the draft.</summary>
    [Function("CalibrateScoring")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/v1/admin/scoring/calibrate")] HttpRequest request,
        CancellationToken cancellationToken) => Editor.AnswerAsync(
        request,
        by => RequestDocument.AnswerAsync(request, document => AnswerAsync(document, by, cancellationToken), cancellationToken, isOptional: true));

    private async Task<IResult> AnswerAsync(JsonElement document, string by, CancellationToken cancellationToken)
    {
        var reader = new DocumentReader(document);
        var question = CalibrationRequest.Read(reader, time.GetUtcNow());
        var isSaved = reader.Flag("save") ?? true;
        var comment = reader.Text(SentDocument.ReasonField, SentDocument.LongestReason);
        if (reader.Faults.Count > 0) return ProblemAnswer.Invalid(reader.Faults);

        switch (await calibrate.RunAsync(question, cancellationToken))
        {
            case CalibrationResult.NotFound:
                return ProblemAnswer.NotFound("No scoring model has this key.");
            case CalibrationResult.TooLittle few:
                return ProblemAnswer.Conflict(few.Reason);
            case CalibrationResult.Done done when question.Model is not null && isSaved:
                return await SaveAsync(done.Report, by, comment, cancellationToken);
            case CalibrationResult.Done done:
                return new JsonAnswer<CalibrationAnswer>(CalibrationAnswer.Of(done.Report, null), ApiJson.Default.CalibrationAnswer);
            default:
                throw new InvalidOperationException("A result that nobody answers.");
        }
    }

    private async Task<IResult> SaveAsync(CalibrationReport report, string by, string? comment, CancellationToken cancellationToken)
    {
        var model = (await models.AllAsync(cancellationToken)).FirstOrDefault(one => one.Value.Key == report.Question.Model);
        if (model is null) return ProblemAnswer.NotFound("No scoring model has this key.");
        var saved = await drafts.SaveAsync(
            model.Id, null, SentDocument.With(JsonElement.Parse(report.Document), comment ?? ReasonOf(report)), by, cancellationToken);
        return saved switch
        {
            DraftChange<LeadModel>.Done done => new JsonAnswer<CalibrationAnswer>(
                CalibrationAnswer.Of(report, new CalibratedDraftAnswer(
                    model.Id, done.Drafted.Draft.Revision,
                    string.Create(CultureInfo.InvariantCulture, $"/api/v1/admin/scoring/models/{model.Id}/draft"))),
                ApiJson.Default.CalibrationAnswer),
            DraftChange<LeadModel>.Invalid invalid => ProblemAnswer.Invalid(invalid.Faults),
            DraftChange<LeadModel>.Refused refused => ProblemAnswer.Conflict(refused.Reason),
            _ => ProblemAnswer.NotFound("No scoring model has this key."),
        };
    }

    private static string ReasonOf(CalibrationReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"Learnt from {report.Split.Earlier.Count:N0} looks, {report.Split.Earlier.Count(one => one.Converted):N0} of them followed by a conversion");
}
