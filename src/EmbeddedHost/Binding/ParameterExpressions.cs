using System.Linq.Expressions;
using System.Reflection;
using EmbeddedHost.Invocations;
using Microsoft.AspNetCore.Http;

namespace EmbeddedHost.Binding;

/// <summary>How a parameter's value is read off an invocation, as code to be compiled.</summary>
internal static class ParameterExpressions
{
    private static readonly MethodInfo FromRoute = typeof(BoundText).GetMethod(nameof(BoundText.FromRoute))!;
    private static readonly MethodInfo FromQuery = typeof(BoundText).GetMethod(nameof(BoundText.FromQuery))!;

    private static readonly MethodInfo Input = typeof(IPayloadInvocation).GetMethod(nameof(IPayloadInvocation.Input))!;

    public static Expression Read(ParameterInfo parameter, Expression invocation, IReadOnlySet<string> routeParameters)
    {
        var http = Expression.Convert(invocation, typeof(HttpInvocation));
        switch (ParameterSources.Of(parameter))
        {
            case ParameterSource.Request:
                var context = Expression.Property(http, nameof(HttpInvocation.Http));
                return Expression.Property(context, nameof(HttpContext.Request));
            case ParameterSource.Timer:
                return Expression.Property(
                    Expression.Convert(invocation, typeof(TimerInvocation)), nameof(TimerInvocation.Timer));
            case ParameterSource.Context:
                return invocation;
            case ParameterSource.Cancellation:
                return Expression.Property(invocation, nameof(Invocation.CancellationToken));
            case ParameterSource.Body:
                return Expression.Convert(Expression.Property(http, nameof(HttpInvocation.Body)), parameter.ParameterType);
            case ParameterSource.Orchestration:
                return Expression.Property(
                    Expression.Convert(invocation, typeof(OrchestrationInvocation)), nameof(OrchestrationInvocation.Orchestration));
            case ParameterSource.Input:
                return Expression.Call(
                    Expression.Convert(invocation, typeof(IPayloadInvocation)), Input.MakeGenericMethod(parameter.ParameterType));
            case ParameterSource.DurableClient:
                return Expression.Property(invocation, nameof(Invocation.DurableClient));
            default:
                var find = routeParameters.Contains(parameter.Name!) ? FromRoute : FromQuery;
                return TextConversion.Convert(Expression.Call(find, http, Expression.Constant(parameter.Name)), parameter);
        }
    }
}
