using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;

namespace PersonalizationEngine.Functions.GraphQl.Errors;

/// <summary>How errors are told: our own as they are, those of the library under our codes, and of a failure of ours nothing but that.</summary>
internal sealed class ErrorWording : ErrorInfoProvider
{
    /// <summary>Some repeat what was sent.</summary>
    private const int LongestMessage = 500;

    public override ErrorInfo GetInfo(ExecutionError executionError)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = CodeOf(executionError) };
        if (executionError is GraphFault { Extensions: { } more })
            foreach (var (name, value) in more) extensions[name] = value;
        if (executionError is CostError cost) (extensions["limit"], extensions["most"]) = ("max_cost", cost.Most);
        var message = executionError.Message;
        return new ErrorInfo { Message = message.Length <= LongestMessage ? message : $"{message[..LongestMessage]}…", Extensions = extensions };
    }

    public static string CodeOf(ExecutionError error) => error switch
    {
        GraphFault => error.Code!,
        CostError => FaultCodes.TooCostly,
        AccessError => FaultCodes.Forbidden,
        SyntaxError => FaultCodes.ParseFailed,
        InvalidVariableError => FaultCodes.BadInput,
        NoOperationError or InvalidOperationError or NoOperationNameError => FaultCodes.BadRequest,
        DocumentError => FaultCodes.ValidationFailed,
        _ => FaultCodes.Internal,
    };
}
