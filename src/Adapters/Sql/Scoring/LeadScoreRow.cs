using System.Buffers;
using System.Text;
using System.Text.Json;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Scoring;

namespace PersonalizationEngine.Adapters.Sql.Scoring;

/// <summary>A row of <c>lead_scores</c>, the history of scores.</summary>
internal static class LeadScoreRow
{
    public static readonly SqlInsert Insert = new("lead_scores", ["user_id", "score", "segment", "factors", "calculated_at", "clamped"]);

    public static object Of(PersonScore person) => new
    {
        user_id = person.PersonId,
        score = person.Score.Score,
        segment = person.Score.Segment.Name(),
        factors = Factors(person.Score),
        calculated_at = person.Score.CalculatedAt,
        clamped = person.Score.Clamped,
    };

    /// <summary>Factor to value: what the score was made of.</summary>
    private static string Factors(LeadScore score)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var line in score.Receipt) writer.WriteNumber(line.Factor.Factor.Name(), Math.Round(line.Factor.Value, 6));
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
