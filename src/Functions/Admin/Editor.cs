using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.Admin;

/// <summary>Who changes something: the master key lets in, and <c>x-editor-key</c> beside it says who.</summary>
internal static class Editor
{
    private const string Header = "x-editor-key";

    /// <param name="change">Is given the name of the key.</param>
    public static Task<IResult> AnswerAsync(HttpRequest request, Func<string, Task<IResult>> change)
    {
        var keys = request.HttpContext.RequestServices.GetRequiredService<EditorKeys>();
        return keys.NameOf(request.Headers[Header]) is { } name
            ? change(name)
            : Task.FromResult(ProblemAnswer.Unauthorized($"Nobody has the key in {Header}."));
    }
}
