using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Functions.Access;
using PersonalizationEngine.Functions.GraphQl.Errors;

namespace PersonalizationEngine.Functions.GraphQl.Access;

/// <summary>
/// Who asks, and what they may have. That the key opens the function is known when this is made: the host has seen to it.
/// </summary>
internal class Caller(HttpRequest request, MasterKey masterKey, AccessKeyring editors)
{
    private Task<string?>? _whyNot;

    /// <summary>The name of the key in <c>x-editor-key</c>, by which changes are told.</summary>
    /// <exception cref="GraphFault">Nobody has the key, or its holder may only look.</exception>
    public async Task<string> EditorAsync(CancellationToken cancellationToken)
    {
        if (request.Headers[EditorHeader.Name].ToString() is not { Length: > 0 } given) return EditorKeys.Master;
        if (await editors.FindAsync(given, cancellationToken) is not { } holder) throw GraphFault.Unauthenticated(EditorHeader.Nobodys);
        return holder.Role > AccessRole.Viewer ? holder.Name : throw GraphFault.Forbidden(EditorHeader.OnlyLooks);
    }

    /// <summary>Why fields of administrators are closed; null where they are open. Found out once, and only where it matters.</summary>
    public Task<string?> WhyNotAdministerAsync(CancellationToken cancellationToken) =>
        _whyNot ??= masterKey.WhyNotAsync(KeyOf(request), cancellationToken);

    /// <summary>Whether what is personal to somebody may be told: with a function key of everybody.</summary>
    /// <param name="userId">Any of the person's ids.</param>
    public virtual bool MayRead(string userId) => userId.Length > 0;

    /// <summary>As the host reads it: the header goes before the parameter.</summary>
    private static string KeyOf(HttpRequest request) =>
        request.Headers.TryGetValue("x-functions-key", out var header) ? header.ToString() : request.Query["code"].ToString();
}
