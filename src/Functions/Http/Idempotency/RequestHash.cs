using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PersonalizationEngine.Functions.Http.Idempotency;

/// <summary>What a request asks, as a hash: method, path, query, the version it means, the form it is told in, and the body.</summary>
internal static class RequestHash
{
    /// <summary>What every host takes at most.</summary>
    public const long LargestBody = 30_000_000;

    private const int Piece = 64 * 1024, KeptInMemory = 64 * 1024;
    private const string KeyInQuery = "code";

    /// <summary>Reads the body to its end, and leaves it to be read once more: what is long waits in a temporary file.</summary>
    /// <returns>Null when the body is larger than <see cref="LargestBody"/>.</returns>
    public static async Task<string?> OfAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Line(request)));
        request.EnableBuffering(KeptInMemory);
        var piece = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            long length = 0;
            while (await request.Body.ReadAsync(piece, cancellationToken) is > 0 and var read)
            {
                length += read;
                if (length > LargestBody) return null;
                hash.AppendData(piece.AsSpan(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The key that lets the caller in is no part of what they ask. A header has no line break, so none can be taken for another.</summary>
    private static string Line(HttpRequest request)
    {
        var query = request.Query.Where(one => !one.Key.Equals(KeyInQuery, StringComparison.OrdinalIgnoreCase))
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .SelectMany(one => one.Value.Select(value => $"{Uri.EscapeDataString(one.Key)}={Uri.EscapeDataString(value ?? "")}"));
        return string.Join('\n', request.Method, Uri.EscapeDataString(request.Path.Value ?? ""), string.Join('&', query),
            request.Headers.IfMatch.ToString(), request.ContentType, request.Headers.Accept.ToString(), "");
    }
}
