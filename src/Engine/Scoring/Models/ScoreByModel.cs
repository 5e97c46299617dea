using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Scoring.Models.Evaluation;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Retention;

namespace PersonalizationEngine.Engine.Scoring.Models;

/// <summary>Scores one person by a stored model, at any instant, with what becomes of the score.</summary>
public sealed class ScoreByModel(LeadModels models, ReadLeads leads, RetentionPolicy retention, TimeProvider time)
{
    /// <summary>How far ahead is looked for the end of a segment, and how far factors are followed.</summary>
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(3650), FactorHorizon = TimeSpan.FromDays(400);

    private static readonly LeadSegment[] Thresholds = [LeadSegment.WarmLead, LeadSegment.HotLead, LeadSegment.SalesReady];

    /// <param name="at">Null for now.</param>
    public async Task<ModelScoreReading> RunAsync(string userId, Stored<LeadModel> model, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var instant = at ?? now;
        var compiled = await models.CompileAsync(model.Value with { Id = model.Id }, cancellationToken);
        var evidence = await leads.FindAsync(userId, leads.Since(compiled, instant), cancellationToken);
        var curve = leads.Curve(compiled, evidence, instant, instant + FactorHorizon);
        var score = curve.At(instant);
        var (until, end) = (curve.FollowedUntil ?? curve.KnownUntil, instant + Horizon);
        if (until < end) end = until.Value;

        var fallsBelow = Thresholds.Where(segment => segment <= score.Segment)
            .Select(segment => (segment, At: curve.FirstBelow(model.Value.LeastOf(segment), instant, end)));
        var rises = Thresholds.Where(segment => segment > score.Segment)
            .Select(segment => (segment, At: curve.FirstReached(model.Value.LeastOf(segment), instant, end)));
        var (left, entered) = (Changes(fallsBelow), Changes(rises));
        return new ModelScoreReading(
            evidence.PersonId, evidence.Person is not null, model.Id, model.Version, score, left, entered,
            left.Concat(entered).Select(change => (DateTimeOffset?)change.At).Append(GradeChange(curve, score, end)).Min(), until,
            [.. Limits(compiled, evidence, instant, now, until)]);
    }

    private static List<SegmentChange> Changes(IEnumerable<(LeadSegment Segment, DateTimeOffset? At)> found) =>
        [.. found.Where(one => one.At is not null).Select(one => new SegmentChange(one.Segment, one.At!.Value))];

    /// <summary>Fit stays as it is; only engagement fades.</summary>
    private static DateTimeOffset? GradeChange(LeadCurve curve, ModelScore score, DateTimeOffset end) =>
        curve.Model.Grades is null ? null : GradeSearch.First(curve, score.Grade!, score.At, end);

    private IEnumerable<ScoreLimit> Limits(
        CompiledLeadModel model, LeadEvidence evidence, DateTimeOffset at, DateTimeOffset now, DateTimeOffset? until)
    {
        if (at < now && evidence.Person is not null && model.Model.Rules.Any(rule => rule is FitRule)) yield return ScoreLimit.ProfileOfToday;
        if (at != now && ReadLeads.IsOfNowOnly(model, evidence)) yield return ScoreLimit.FactorsOfNow;
        if (model.AsksActs && evidence.Counted.Count > 0) yield return ScoreLimit.ActsOnlyCounted;
        if (until is not null) yield return ScoreLimit.FutureNotFollowed;

        // Who was not there yet had nothing to be forgotten.
        var kept = now - retention.Events;
        var oldest = leads.Since(model, at);
        if ((model.AsksActs || model.AsksFactors) && oldest < kept && evidence.Person?.Person.FirstSeenAt < kept) yield return ScoreLimit.ActsForgotten;
    }
}
