using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace EmbeddedHost.Discovery;

/// <summary>A method with <c>[Function]</c>, as its attributes describe it.</summary>
internal sealed record FoundFunction(
    string Name, MethodInfo Method, ParameterInfo TriggerParameter, TriggerBindingAttribute Trigger)
{
    public HttpTriggerAttribute? Http => Trigger as HttpTriggerAttribute;

    public TimerTriggerAttribute? Timer => Trigger as TimerTriggerAttribute;

    public bool IsOrchestrator => Trigger is OrchestrationTriggerAttribute;

    public bool IsActivity => Trigger is ActivityTriggerAttribute;

    /// <summary>Whether it needs the host's orchestrations.</summary>
    public bool IsDurable => IsOrchestrator || IsActivity
        || Method.GetParameters().Any(parameter => parameter.IsDefined(typeof(DurableClientAttribute)));

    public FunctionDefinition Definition { get; } = new FoundDefinition(Name, Method, TriggerParameter, Trigger);

    /// <summary>Whether it may return what only MVC's services can write.</summary>
    public bool MayReturnActionResult =>
        Http is not null && ReturnedType is { } type
        && (type.IsAssignableTo(typeof(IActionResult)) || type.IsAssignableFrom(typeof(IActionResult)))
        && !type.IsAssignableTo(typeof(IResult));

    private Type? ReturnedType => Method.ReturnType is { IsGenericType: true } awaited
        && (awaited.GetGenericTypeDefinition() == typeof(Task<>) || awaited.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? awaited.GenericTypeArguments[0]
            : Method.ReturnType;
}
