using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQL.Validation.Rules.Custom;
using GraphQLParser.AST;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Engine.Resilience;
using PersonalizationEngine.Functions.GraphQl.Access;
using PersonalizationEngine.Functions.GraphQl.Errors;
using PersonalizationEngine.Functions.GraphQl.Limits;
using PersonalizationEngine.Functions.GraphQl.Schema;
using PersonalizationEngine.Functions.GraphQl.Schema.Scalars;
using PersonalizationEngine.Functions.GraphQl.Transport;

namespace PersonalizationEngine.Functions.GraphQl;

/// <summary>Validates and runs one operation within the limits. Never fails: what goes wrong is in the result.</summary>
internal sealed partial class RunOperation(
    EngineGraph graph, CheckDocument check, GraphQlLimits limits, IServiceProvider services, ILogger<RunOperation> logger)
{
    /// <summary>Most errors of an answer: a document can be wrong in thousands of places.</summary>
    private const int MaxErrors = 20;

    private readonly DocumentExecuter _executer = new();
    private readonly IValidationRule[] _rules =
    [
        .. DocumentValidator.CoreRules, new AccessRule(), new ComplexityValidationRule(Cost.Of(limits)),
        .. limits.Introspection ? Array.Empty<IValidationRule>() : [NoIntrospectionValidationRule.Instance],
    ];

    /// <param name="mayChange">Whether a mutation may be run.</param>
    public async Task<ExecutionResult> RunAsync(GraphQlRequest request, GraphContext context, bool mayChange, CancellationToken cancellationToken)
    {
        var (document, fault) = check.Read(request.Query);
        if (document is null) return new ExecutionResult(fault!);
        var isChange = IsChange(document, request.OperationName);
        if (!mayChange && isChange) return new ExecutionResult(GraphFault.MethodNotAllowed());
        try
        {
            // Before anything of it is run: some of it may need no name.
            if (isChange) await context.Caller.EditorAsync(cancellationToken);
            var result = await _executer.ExecuteAsync(options =>
            {
                options.Schema = graph;
                options.Query = request.Query;
                options.Document = document;
                options.OperationName = request.OperationName;
                options.Variables = request.Variables is { } variables ? new Inputs((Dictionary<string, object?>)PlainJson.OfElement(variables)!) : Inputs.Empty;
                options.UserContext = context;
                options.RequestServices = services;
                options.ValidationRules = _rules;
                options.Timeout = limits.Timeout;
                options.TimeoutAction = TimeoutAction.ThrowTimeoutException;
                options.CancellationToken = cancellationToken;
                options.UnhandledExceptionDelegate = WordAsync;
            });
            return Shorten(result);
        }
        catch (GraphFault refusal)
        {
            return new ExecutionResult(refusal);
        }
        catch (OutsideSystemException)
        {
            return new ExecutionResult(GraphFault.Unavailable());
        }
        catch (TimeoutException)
        {
            return new ExecutionResult(GraphFault.TimedOut(limits.Timeout));
        }
    }

    private static bool IsChange(GraphQLDocument document, string? name)
    {
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().ToList();
        var asked = operations.Count == 1 && name is null ? operations[0] : operations.Find(operation => operation.Name?.StringValue == name);
        return asked is { Operation: not OperationType.Query };
    }

    private static ExecutionResult Shorten(ExecutionResult result)
    {
        if (result.Errors is not { Count: > MaxErrors } errors) return result;
        var kept = new ExecutionErrors();
        kept.AddRange(errors.Take(MaxErrors));
        result.Errors = kept;
        return result;
    }

    private Task WordAsync(UnhandledExceptionContext failure)
    {
        if (failure.OriginalException is OutsideSystemException)
        {
            failure.Exception = GraphFault.Unavailable();
        }
        else
        {
            failure.ErrorMessage = "The fault is ours, and it was logged.";
            Log.Failed(logger, failure.FieldContext?.FieldDefinition.Name ?? "the operation", failure.OriginalException);
        }

        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(440, LogLevel.Error, "GraphQL: {Field} failed.")]
        public static partial void Failed(ILogger logger, string field, Exception exception);
    }
}
