using System.Collections.Frozen;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Functions.Hosting.Telemetry;

namespace PersonalizationEngine.Functions.Dashboard.Operations;

/// <summary>What timers do, without their host: their functions are ordinary classes, and are called as such.</summary>
internal sealed class TimerWork(IServiceProvider services)
{
    private static readonly FrozenDictionary<string, MethodInfo> Methods =
        TimerCatalogue.Methods(typeof(TimerWork).Assembly).ToFrozenDictionary(one => one.Name, one => one.Method, StringComparer.Ordinal);

    /// <param name="timer">The name of its function.</param>
    public async Task RunAsync(string timer, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var method = Methods[timer];
        await using var scope = services.CreateAsyncScope();
        var target = method.IsStatic ? null : ActivatorUtilities.CreateInstance(scope.ServiceProvider, method.DeclaringType!);
        var arguments = method.GetParameters().Select(parameter => ArgumentOf(parameter.ParameterType, client, cancellationToken)).ToArray();
        await (Task)method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
    }

    private static object ArgumentOf(Type type, DurableTaskClient client, CancellationToken cancellationToken) =>
        type == typeof(TimerInfo) ? new TimerInfo()
        : type == typeof(DurableTaskClient) ? client
        : type == typeof(CancellationToken) ? cancellationToken
        : throw new NotSupportedException($"A timer that asks for {type.Name} cannot be run by hand.");
}
