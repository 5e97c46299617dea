using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace PersonalizationEngine.Functions.Http;

/// <summary>
/// Writes an answer as JSON in one piece: answers are small, and so their length is known and nothing waits in between. Each
/// thread keeps a buffer; one that grew large for a large answer is not kept.
/// </summary>
internal static class JsonBuffer
{
    /// <summary>Only what JSON itself asks to escape is escaped: answers are declared as JSON and never as HTML.</summary>
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int FirstSize = 16 * 1024, LargestKept = 256 * 1024;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json)? _kept;

    public static async Task SendAsync<T>(HttpResponse response, T value, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var buffer = _kept ?? Make();
        _kept = null;
        JsonSerializer.Serialize(buffer.Json, value, type);
        response.ContentLength = buffer.Bytes.WrittenCount;
        await response.BodyWriter.WriteAsync(buffer.Bytes.WrittenMemory, cancellationToken);
        if (buffer.Bytes.Capacity > LargestKept) return;

        buffer.Bytes.ResetWrittenCount();
        buffer.Json.Reset(buffer.Bytes);
        _kept = buffer;
    }

    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json) Make()
    {
        var bytes = new ArrayBufferWriter<byte>(FirstSize);
        return (bytes, new Utf8JsonWriter(bytes, Options));
    }
}
