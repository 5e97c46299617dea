using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Functions.Access;

namespace PersonalizationEngine.Functions.Admin;

/// <summary>
/// Who changes something: the master key lets in, and <c>x-editor-key</c> beside it says who. And by which request, so that an
/// entry of the audit can be found in the logs of whoever sent it.
/// </summary>
internal static class Editor
{
    private const string RequestId = "x-request-id";

    /// <param name="change">Is given the name of the key.</param>
    public static async Task<IResult> AnswerAsync(HttpRequest request, Func<string, Task<IResult>> change)
    {
        var (name, refusal) = await EditorHeader.ReadAsync(request);
        if (name is null) return refusal!;
        var id = IdOf(request);
        RequestInHand.Begin(id);
        request.HttpContext.Response.Headers[RequestId] = id;
        return await change(name);
    }

    /// <summary>The sender's own id where it is one, else ours.</summary>
    private static string IdOf(HttpRequest request)
    {
        var sent = request.Headers[RequestId].ToString();
        return sent.Length is > 0 and <= RequestInHand.LongestId && sent.All(char.IsAscii) && !sent.Any(char.IsControl)
            ? sent
            : request.HttpContext.TraceIdentifier;
    }
}
