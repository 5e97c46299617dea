using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PersonalizationEngine.GorseServer.Data;
using PersonalizationEngine.GorseServer.Requests;

namespace PersonalizationEngine.GorseServer.Answers;

/// <summary>Answers as Gorse writes them: PascalCase, indented, instants in UTC; faults as plain text.</summary>
public sealed class AnswerWriter(ServerOptions options)
{
    private readonly JsonSerializerOptions _json = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new Instants() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { type => LeaveOutLabels(type, options.Head) } },
    };

    public IResult Json<T>(T value) => Results.Text(JsonSerializer.Serialize(value, _json), "application/json");

    public IResult Success(int rows) => Json(new Success(rows));

    /// <summary>A list that may be empty, which the head of Gorse gives as null.</summary>
    public IResult Scores(IReadOnlyCollection<Score> scores) => options.Head && scores.Count == 0 ? Json<object?>(null) : Json(scores);

    public IResult Text(int status, string text) => Results.Text(text, "text/plain", null, status);

    public IResult Ready(HealthStatus health) => Results.Text(
        JsonSerializer.Serialize(health, _json), health.Ready ? "application/json" : "text/plain", null, health.Ready ? 200 : 503);

    public IResult Missing(string kind, string id) =>
        Text(StatusCodes.Status404NotFound, options.Head ? $"{kind} {id} not found" : $"{id}: {kind} not found");

    private static void LeaveOutLabels(JsonTypeInfo type, bool isHead)
    {
        if (isHead || type.Type != typeof(Feedback)) return;
        type.Properties.Remove(type.Properties.First(property => property.Name == nameof(Feedback.Labels)));
    }

    private sealed class Instants : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Timestamps.Read(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Timestamps.Write(value));
    }
}
