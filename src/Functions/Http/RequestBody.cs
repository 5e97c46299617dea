using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace PersonalizationEngine.Functions.Http;

/// <summary>Reads a body of limited size.</summary>
internal static class RequestBody
{
    private const int FirstBuffer = 4 * 1024;

    /// <returns>Null when the body is larger than the limit.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes) return null;
        var body = new ArrayBufferWriter<byte>((int)(request.ContentLength ?? FirstBuffer) + 1);
        while (true)
        {
            var read = await request.Body.ReadAsync(body.GetMemory(), cancellationToken);
            if (read == 0) return body.WrittenMemory;
            body.Advance(read);
            if (body.WrittenCount > maxBytes) return null;
        }
    }
}
