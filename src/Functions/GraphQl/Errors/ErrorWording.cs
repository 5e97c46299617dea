using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;

namespace PersonalizationEngine.Functions.GraphQl.Errors;

/// <summary>How errors are told: our own as they are, those of the library under our codes, and of a failure of ours nothing but that.</summary>
internal sealed class ErrorWording : ErrorInfoProvider
{
    public override ErrorInfo GetInfo(ExecutionError executionError)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = CodeOf(executionError) };
        if (executionError is GraphFault { Extensions: { } more })
            foreach (var (name, value) in more) extensions[name] = value;
        if (executionError is CostError cost) (extensions["limit"], extensions["most"]) = ("max_cost", cost.Most);
        return new ErrorInfo { Message = executionError.Message, Extensions = extensions };
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
