using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedHost.Binding;

/// <summary>Tells where the value of a function's parameter comes from.</summary>
internal static class ParameterSources
{
    /// <summary>Null for what cannot be bound.</summary>
    public static ParameterSource? Of(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (IsHttpTrigger(parameter)) return type == typeof(HttpRequest) ? ParameterSource.Request : null;
        if (parameter.IsDefined(typeof(TimerTriggerAttribute))) return type == typeof(TimerInfo) ? ParameterSource.Timer : null;
        if (parameter.IsDefined(typeof(OrchestrationTriggerAttribute)))
        {
            return type == typeof(TaskOrchestrationContext) ? ParameterSource.Orchestration : null;
        }

        if (parameter.IsDefined(typeof(DurableClientAttribute)))
        {
            var isInOrchestrator = Siblings(parameter).Any(one => one.IsDefined(typeof(OrchestrationTriggerAttribute)));
            return type == typeof(DurableTaskClient) && !isInOrchestrator ? ParameterSource.DurableClient : null;
        }

        if (type == typeof(FunctionContext)) return ParameterSource.Context;
        if (type == typeof(CancellationToken)) return ParameterSource.Cancellation;
        if (parameter.IsDefined(typeof(ActivityTriggerAttribute))) return ParameterSource.Input;
        if (IsOrchestrationInput(parameter)) return ParameterSource.Input;

        if (!Siblings(parameter).Any(IsHttpTrigger)) return null;
        if (parameter.IsDefined(typeof(FromBodyAttribute))) return ParameterSource.Body;
        return TextConversion.Supports(type) ? ParameterSource.Text : null;
    }

    /// <summary>The one parameter of an orchestrator that has no binding.</summary>
    private static bool IsOrchestrationInput(ParameterInfo parameter)
    {
        var parameters = Siblings(parameter);
        if (!parameters.Any(one => one.IsDefined(typeof(OrchestrationTriggerAttribute)))) return false;
        var plain = parameters.Where(one => !one.IsDefined(typeof(BindingAttribute))
            && one.ParameterType != typeof(FunctionContext) && one.ParameterType != typeof(CancellationToken));
        return plain.FirstOrDefault() == parameter;
    }

    private static ParameterInfo[] Siblings(ParameterInfo parameter) => ((MethodInfo)parameter.Member).GetParameters();

    private static bool IsHttpTrigger(ParameterInfo parameter) => parameter.IsDefined(typeof(HttpTriggerAttribute));
}
