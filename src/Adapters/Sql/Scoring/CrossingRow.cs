using System.Globalization;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Scoring.History;
using PersonalizationEngine.Engine.Scoring.Models.Crossings;

namespace PersonalizationEngine.Adapters.Sql.Scoring;

/// <summary>A row of <c>score_crossings</c>, and that of the message it asks for.</summary>
internal sealed record CrossingRow
{
    public static readonly string[] Columns =
    [
        "crossing_id", "model_id", "model_version", "person_id", "segment", "is_up", "sequence", "score", "crossed_at", "noted_at", "channel", "template",
        "withheld",
    ];

    public static readonly string[] OutboxColumns = ["rule_id", "person_id", "channel", "period", "template", "requested_at", "idempotency_key"];

    /// <summary>In the place of a rule's id: no rule asked for it.</summary>
    private const long NoRule = 0;

    public long Id { get; init; }
    public required string CrossingId { get; init; }
    public long ModelId { get; init; }
    public int ModelVersion { get; init; }
    public required string Segment { get; init; }
    public bool IsUp { get; init; }

    /// <summary>SQLite keeps 60 as a whole number and 59.9 as none; typed, the first row read would decide for all others.</summary>
    public required object Score { get; init; }
    public long CrossedAt { get; init; }
    public long NotedAt { get; init; }
    public string? Channel { get; init; }
    public string? Template { get; init; }
    public string? Withheld { get; init; }

    public PastCrossing ToCrossing() => new(
        Id, CrossingId, ModelId, ModelVersion, Segment, IsUp, Convert.ToDouble(Score, CultureInfo.InvariantCulture), UnixMilliseconds.Read(CrossedAt), UnixMilliseconds.Read(NotedAt), Channel, Template,
        Withheld);

    public static object Parameters(long modelId, LookedAtLead lead, NotedCrossing noted) => new
    {
        crossing_id = noted.Id,
        model_id = modelId,
        model_version = lead.Standing.ModelVersion,
        person_id = lead.PersonId,
        segment = noted.Crossing.Segment.Name(),
        is_up = noted.Crossing.IsUp,
        sequence = noted.Crossing.Sequence,
        score = noted.Crossing.Score,
        crossed_at = UnixMilliseconds.From(noted.Crossing.At),
        noted_at = UnixMilliseconds.From(lead.Standing.EvaluatedAt),
        channel = noted.Action?.Channel,
        template = noted.Action?.Template,
        withheld = noted.Withheld,
    };

    /// <summary>The table holds one message per rule, person, channel and period: here the crossing is the period.</summary>
    public static object OutboxParameters(LookedAtLead lead, NotedCrossing noted) => new
    {
        rule_id = NoRule,
        person_id = lead.PersonId,
        channel = noted.Action!.Channel,
        period = long.Parse(noted.Id.AsSpan(0, 15), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
        template = noted.Action.Template,
        requested_at = UnixMilliseconds.From(lead.Standing.EvaluatedAt),
        idempotency_key = noted.Id,
    };
}
