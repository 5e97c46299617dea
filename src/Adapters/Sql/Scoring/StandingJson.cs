using System.Buffers;
using System.Text;
using System.Text.Json;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Core.Scoring.Models.Crossings;

namespace PersonalizationEngine.Adapters.Sql.Scoring;

/// <summary>Where somebody stands by each threshold, as the column <c>thresholds</c> has it.</summary>
internal static class StandingJson
{
    private static readonly LeadSegment[] Segments = Enum.GetValues<LeadSegment>();

    public static string Write(IReadOnlyList<ThresholdState> states)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var state in states)
            {
                writer.WriteStartObject(state.Segment.Name());
                writer.WriteBoolean("inside", state.IsInside);
                if (state.Since is { } since) writer.WriteNumber("since", UnixMilliseconds.From(since));
                writer.WriteNumber("sequence", state.Sequence);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static IReadOnlyList<ThresholdState> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return
        [
            .. document.RootElement.EnumerateObject().Select(state => new ThresholdState(
                Array.Find(Segments, segment => segment.Name() == state.Name),
                state.Value.GetProperty("inside").GetBoolean(),
                state.Value.TryGetProperty("since", out var since) ? UnixMilliseconds.Read(since.GetInt64()) : null,
                state.Value.GetProperty("sequence").GetInt64())),
        ];
    }
}
