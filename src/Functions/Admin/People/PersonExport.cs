using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Privacy;

namespace PersonalizationEngine.Functions.Admin.People;

/// <summary>
/// Writes everything held of a person as one JSON document, row by row: however much it is, little of it is in memory. What
/// fails under way ends the connection, so that half an export is not taken for a whole one.
/// </summary>
internal sealed class PersonExport(
    PersonIds person, IReadOnlyList<PersonalSection> sections, IPersonalData data, IReadOnlyList<IPersonalPlace> places, DateTimeOffset at) : IResult
{
    private const int FlushAt = 32 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var ending = httpContext.RequestAborted;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        await using var json = new Utf8JsonWriter(response.BodyWriter, Options);
        json.WriteStartObject();
        json.WriteString("exported_at", at);
        WriteTexts(json, "ids", person.Ids);
        WriteTexts(json, "contacts", person.Contacts);
        json.WriteStartObject("sections");
        foreach (var section in sections) await WriteAsync(json, section, response, ending);
        json.WriteEndObject();
        json.WriteStartObject("elsewhere");
        foreach (var place in places) Write(json, place.Name, await place.FindAsync(person.Ids, ending));
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(ending);
        await response.BodyWriter.FlushAsync(ending);
    }

    private async Task WriteAsync(Utf8JsonWriter json, PersonalSection section, HttpResponse response, CancellationToken cancellationToken)
    {
        json.WriteStartObject(section.Name);
        json.WriteStartObject("schema");
        foreach (var column in section.Columns) json.WriteString(column.Name, column.Type);
        json.WriteEndObject();
        json.WriteStartArray("rows");
        await foreach (var row in data.ReadAsync(section, person, cancellationToken))
        {
            json.WriteStartObject();
            for (var place = 0; place < row.Count; place++) Write(json, section.Columns[place], row[place]);
            json.WriteEndObject();
            if (json.BytesPending < FlushAt) continue;
            await json.FlushAsync(cancellationToken);
            await response.BodyWriter.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SectionColumn column, object? value)
    {
        switch (value)
        {
            case null: json.WriteNull(column.Name); break;
            case bool flag: json.WriteBoolean(column.Name, flag); break;
            case long number: json.WriteNumber(column.Name, number); break;
            case double number: json.WriteNumber(column.Name, number); break;
            case DateTimeOffset instant: json.WriteString(column.Name, instant); break;
            case string text when column.Type == SectionColumn.Json:
                json.WritePropertyName(column.Name);
                WriteJson(json, text);
                break;
            default: json.WriteString(column.Name, value.ToString()); break;
        }
    }

    private static void Write(Utf8JsonWriter json, string place, IReadOnlyList<HeldElsewhere>? held)
    {
        json.WriteStartObject(place);
        json.WriteBoolean("available", held is not null);
        json.WriteStartArray("held");
        foreach (var one in held ?? [])
        {
            json.WriteStartObject();
            json.WriteString("what", one.What);
            json.WriteString("id", one.Id);
            json.WritePropertyName("value");
            WriteJson(json, one.Json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>A text that is JSON goes in as what it is, any other as a text.</summary>
    private static void WriteJson(Utf8JsonWriter json, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            document.RootElement.WriteTo(json);
        }
        catch (JsonException)
        {
            json.WriteStringValue(text);
        }
    }
}
