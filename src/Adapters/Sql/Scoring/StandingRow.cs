using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Scoring.Models.Crossings;

namespace PersonalizationEngine.Adapters.Sql.Scoring;

/// <summary>A row of <c>model_scores</c>.</summary>
internal sealed record StandingRow
{
    public static readonly string[] Keys = ["model_id", "person_id"];

    public static readonly string[] Columns =
        [.. Keys, "model_version", "score", "segment", "grade", "thresholds", "evaluated_at", "due_at", "revision"];

    public required string PersonId { get; init; }
    public int ModelVersion { get; init; }
    public required string Thresholds { get; init; }
    public long EvaluatedAt { get; init; }
    public long Revision { get; init; }

    public LeadStanding ToStanding() => new(ModelVersion, StandingJson.Read(Thresholds), UnixMilliseconds.Read(EvaluatedAt), Revision);

    public static object Parameters(long modelId, LookedAtLead lead) => new
    {
        model_id = modelId,
        person_id = lead.PersonId,
        model_version = lead.Standing.ModelVersion,
        score = lead.Score.Score,
        segment = lead.Score.Segment.Name(),
        grade = lead.Score.Grade,
        thresholds = StandingJson.Write(lead.Standing.States),
        evaluated_at = UnixMilliseconds.From(lead.Standing.EvaluatedAt),
        due_at = lead.DueAt is { } due ? UnixMilliseconds.From(due.AddTicks(TimeSpan.TicksPerMillisecond - 1)) : (long?)null,
        revision = lead.Standing.Revision + 1,
    };
}
