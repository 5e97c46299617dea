using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Engine.Access;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.Access;

/// <summary>The personal key beside the host's: it says who changes something.</summary>
internal static class EditorHeader
{
    public const string Name = "x-editor-key";

    public const string Nobodys = $"Nobody has the key in {Name}.", OnlyLooks = $"The key in {Name} has the role viewer, which changes nothing.";

    public static bool IsIn(HttpRequest request) => request.Headers[Name].ToString().Length > 0;

    /// <returns>The name of the key, that of the master key without one; or why its holder may not change anything.</returns>
    public static async Task<(string? Name, IResult? Refusal)> ReadAsync(HttpRequest request)
    {
        if (request.Headers[Name].ToString() is not { Length: > 0 } given) return (EditorKeys.Master, null);
        var keys = request.HttpContext.RequestServices.GetRequiredService<AccessKeyring>();
        if (await keys.FindAsync(given, request.HttpContext.RequestAborted) is not { } holder) return (null, ProblemAnswer.Unauthorized(Nobodys));
        return holder.Role > AccessRole.Viewer ? (holder.Name, null) : (null, ProblemAnswer.Forbidden(OnlyLooks));
    }
}
