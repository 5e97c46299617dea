using System.Text.Json;
using PersonalizationEngine.Feed.Sending.Batches;

namespace PersonalizationEngine.Feed.Sending.Answers;

/// <summary>Reads the engine's answer to a batch; see "The answer" in docs/events.md.</summary>
internal static class AnswerReader
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The answer of a 200.</summary>
    /// <returns>Null where the body is not such an answer, so that somebody else listens at that address.</returns>
    public static BatchAnswer? Read(ReadOnlySpan<byte> body, EventBatch batch) =>
        Parse(body) is { Accepted: not null } told ? Answer(told, batch) : null;

    /// <summary>The answer of a 400: problem details, every event of the batch refused.</summary>
    public static BatchAnswer ReadProblem(ReadOnlySpan<byte> body, EventBatch batch)
    {
        var told = Parse(body);
        if (told?.Results is { Length: > 0 }) return Answer(told, batch) with { Refused = batch.Count };
        var reason = told?.Detail ?? told?.Title ?? "the engine refused the whole batch without a reason";
        return new BatchAnswer(0, 0, [new Refusal(batch.Lines[0], null, reason)]) { Refused = batch.Count };
    }

    private static BatchAnswer Answer(Document told, EventBatch batch)
    {
        var refusals = (told.Results ?? []).Where(result => result.Status == "refused")
            .Where(result => result.Index >= 0 && result.Index < batch.Count)
            .Select(result => new Refusal(batch.Lines[result.Index], result.Field, result.Reason ?? "no reason given"))
            .ToArray();
        return new BatchAnswer(told.Accepted ?? 0, told.Duplicates, refusals) { Refused = told.Refused ?? refusals.Length };
    }

    private static Document? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<Document>(body, SnakeCase);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Document(
        int? Accepted, int Duplicates, int? Refused, Result[]? Results, string? Title, string? Detail);

    private sealed record Result(int Index, string? Status, string? Field, string? Reason);
}
