using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Core.Scoring.Models.Evaluation;
using PersonalizationEngine.Engine.Retention;
using PersonalizationEngine.Engine.Scoring.Models;

namespace PersonalizationEngine.Engine.Scoring;

/// <summary>The score of the settings at any instant. Nothing is stored.</summary>
public sealed class ReadPlainScore(ReadLeads leads, ScoringRules rules, RetentionPolicy retention, TimeProvider time)
{
    private static readonly LeadSegment[] Thresholds = [LeadSegment.WarmLead, LeadSegment.HotLead, LeadSegment.SalesReady];

    /// <param name="at">Null for now.</param>
    public async Task<PlainScoreReading> RunAsync(string userId, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var instant = at ?? now;
        var evidence = await leads.FindAsync(userId, instant - rules.Windows.Reach, cancellationToken);
        var isOfNow = evidence.Counted.Count > 0;
        var timeline = leads.Factors(evidence, instant, instant + rules.Windows.Reach);
        var score = LeadScorer.Score(timeline.At(instant), rules.Model);
        var next = timeline.Changes.Where(change => change > instant && !(change > timeline.FollowedUntil)).Order().ToList();
        var ahead = next.Select(change => Foresee(timeline, change)).ToList();
        var left = Thresholds.Where(segment => segment <= score.Segment).Select(segment => Left(ahead, segment)).OfType<SegmentChange>().ToList();
        var until = isOfNow ? timeline.KnownUntil : timeline.FollowedUntil;

        var limits = new List<ScoreLimit>();
        if (isOfNow && at is not null) limits.Add(ScoreLimit.FactorsOfNow);
        if (until is not null) limits.Add(ScoreLimit.FutureNotFollowed);
        if (instant - rules.Windows.Reach < now - retention.Events && evidence.Person?.Person.FirstSeenAt < now - retention.Events)
            limits.Add(ScoreLimit.ActsForgotten);
        return new PlainScoreReading(
            new RecalculatedScore(evidence.PersonId, evidence.Person is not null, score), left, score.ValidUntil, until, limits)
        {
            Ahead = ahead,
        };
    }

    private ForeseenScore Foresee(FactorTimeline timeline, DateTimeOffset at)
    {
        var score = LeadScorer.Score(timeline.At(at), rules.Model);
        return new ForeseenScore(at, score.Score, score.Segment);
    }

    private static SegmentChange? Left(List<ForeseenScore> ahead, LeadSegment segment) =>
        ahead.Find(one => one.Segment < segment) is { } first ? new SegmentChange(segment, first.At) : null;
}
