using System.Linq.Expressions;
using System.Reflection;
using EmbeddedHost.Discovery;
using EmbeddedHost.Invocations;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedHost.Binding;

/// <summary>A function ready to be called: its parameters' binding compiled once, so that no call needs reflection.</summary>
internal sealed class CompiledFunction
{
    private readonly Func<Invocation, object>? _activate;
    private readonly Func<object?, Invocation, ValueTask<object?>> _call;
    private readonly BodyReader? _body;
    private readonly bool _disposes;

    /// <param name="function">A function without faults.</param>
    /// <param name="routeParameters">The names of its template's parameters, ignoring case.</param>
    /// <param name="bodies">Gives the reader of a type of body.</param>
    public CompiledFunction(FoundFunction function, IReadOnlySet<string> routeParameters, Func<Type, BodyReader> bodies)
    {
        var method = function.Method;
        Definition = function.Definition;
        _activate = method.IsStatic ? null : FunctionActivation.Compile(method.DeclaringType!);
        _disposes = !method.IsStatic && (Is<IDisposable>(method) || Is<IAsyncDisposable>(method));
        _call = CompileCall(method, routeParameters);

        var body = method.GetParameters().SingleOrDefault(parameter => ParameterSources.Of(parameter) is ParameterSource.Body);
        _body = body is null ? null : bodies(body.ParameterType);
    }

    public FunctionDefinition Definition { get; }

    /// <summary>Calls the function and leaves in the invocation what it returned.</summary>
    public Task InvokeAsync(Invocation invocation)
    {
        if (_body is not null || _disposes) return InvokeStepwiseAsync(invocation);
        var running = _call(_activate?.Invoke(invocation), invocation);
        if (!running.IsCompletedSuccessfully) return KeepResultAsync(running, invocation);
        invocation.Result = running.GetAwaiter().GetResult();
        return Task.CompletedTask;
    }

    private static async Task KeepResultAsync(ValueTask<object?> running, Invocation invocation) =>
        invocation.Result = await running;

    private async Task InvokeStepwiseAsync(Invocation invocation)
    {
        if (_body is not null && invocation is HttpInvocation http) http.Body = await _body.ReadAsync(http.Http);
        var instance = _activate?.Invoke(invocation);
        try
        {
            invocation.Result = await _call(instance, invocation);
        }
        finally
        {
            if (instance is IAsyncDisposable disposable) await disposable.DisposeAsync();
            else (instance as IDisposable)?.Dispose();
        }
    }

    private static Func<object?, Invocation, ValueTask<object?>> CompileCall(
        MethodInfo method, IReadOnlySet<string> routeParameters)
    {
        var instance = Expression.Parameter(typeof(object), "instance");
        var invocation = Expression.Parameter(typeof(Invocation), "invocation");
        var arguments = method.GetParameters()
            .Select(parameter => ParameterExpressions.Read(parameter, invocation, routeParameters));
        var target = method.IsStatic ? null : Expression.Convert(instance, method.DeclaringType!);
        var body = ReturnedValue.Await(Expression.Call(target, method, arguments));
        return Expression.Lambda<Func<object?, Invocation, ValueTask<object?>>>(body, instance, invocation).Compile();
    }

    private static bool Is<T>(MethodInfo method) => method.DeclaringType!.IsAssignableTo(typeof(T));
}
