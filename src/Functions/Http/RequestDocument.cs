using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.Http;

/// <summary>Reads a body that is one JSON document.</summary>
internal static class RequestDocument
{
    private const int MaxBytes = 256 * 1024;

    /// <summary>A name twice in an object means one thing to one reader and another to the next, and we would give it back to all of them.</summary>
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>Reads the document and answers with what the use case makes of it, or with what is wrong with the body.</summary>
    /// <param name="isOptional">Whether an empty body reads as an empty object.</param>
    /// <param name="maxBytes">The longest body; by default 256 KiB.</param>
    public static async Task<IResult> AnswerAsync(
        HttpRequest request, Func<JsonElement, Task<IResult>> answer, CancellationToken cancellationToken, bool isOptional = false,
        int maxBytes = MaxBytes)
    {
        var body = await RequestBody.ReadAsync(request, maxBytes, cancellationToken);
        if (body is not { } bytes) return ProblemAnswer.TooLarge($"The body may have {maxBytes} bytes.");

        if (isOptional && bytes.IsEmpty) bytes = "{}"u8.ToArray();

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes, Options);
        }
        catch (JsonException exception)
        {
            return ProblemAnswer.Malformed($"The body is not JSON: {JsonTexts.Describe(exception)}");
        }

        using (document)
        {
            return JsonTexts.AreSound(bytes.Span)
                ? await answer(document.RootElement)
                : ProblemAnswer.Malformed("The body must hold only UTF-8 text and whole surrogate pairs.");
        }
    }
}
