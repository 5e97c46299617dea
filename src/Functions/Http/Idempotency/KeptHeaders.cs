using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace PersonalizationEngine.Functions.Http.Idempotency;

/// <summary>The headers of an answer that are the same when it is given again.</summary>
internal static class KeptHeaders
{
    /// <summary>What belongs to one transfer; and what the gate of browsers says anew to each page that asks.</summary>
    private static readonly FrozenSet<string> OfOneTransfer = FrozenSet.ToFrozenSet(
        [
            "Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive", "Upgrade", "Date", "Server", "Trailer", "Vary", "Set-Cookie",
            "Access-Control-Allow-Origin", "Access-Control-Expose-Headers",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<KeyValuePair<string, string>> Of(HttpResponse response) =>
    [
        .. from header in response.Headers
           where !OfOneTransfer.Contains(header.Key)
           from value in header.Value
           where value is not null
           select KeyValuePair.Create(header.Key, value),
    ];
}
