using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;

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
        if (type == typeof(FunctionContext)) return ParameterSource.Context;
        if (type == typeof(CancellationToken)) return ParameterSource.Cancellation;

        if (!((MethodInfo)parameter.Member).GetParameters().Any(IsHttpTrigger)) return null;
        if (parameter.IsDefined(typeof(FromBodyAttribute))) return ParameterSource.Body;
        return TextConversion.Supports(type) ? ParameterSource.Text : null;
    }

    private static bool IsHttpTrigger(ParameterInfo parameter) => parameter.IsDefined(typeof(HttpTriggerAttribute));
}
