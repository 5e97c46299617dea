using GraphQL;
using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Functions.GraphQl.Errors;

namespace PersonalizationEngine.Functions.GraphQl.Transport;

/// <summary>Which status tells of a result.</summary>
internal static class AnswerStatus
{
    public static int Of(ExecutionResult result, string mediaType)
    {
        if (result.Errors is [GraphFault { Code: FaultCodes.MethodNotAllowed }, ..]) return StatusCodes.Status405MethodNotAllowed;
        // What was run has data, and its faults stand beside them.
        if (result.Executed || mediaType == AnswerMedia.Json) return StatusCodes.Status200OK;
        return result.Errors is [var first, ..] ? Of(ErrorWording.CodeOf(first)) : StatusCodes.Status400BadRequest;
    }

    private static int Of(string code) => code switch
    {
        FaultCodes.Forbidden => StatusCodes.Status403Forbidden,
        FaultCodes.Unauthenticated => StatusCodes.Status401Unauthorized,
        FaultCodes.Unavailable or FaultCodes.TimedOut => StatusCodes.Status503ServiceUnavailable,
        FaultCodes.Internal => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status400BadRequest,
    };
}
