using System.Collections.Immutable;
using EmbeddedHost.Binding;
using EmbeddedHost.Discovery;
using EmbeddedHost.Durable.Activities;
using EmbeddedHost.Durable.Histories;
using EmbeddedHost.Durable.Hub;
using EmbeddedHost.Durable.Payloads;
using EmbeddedHost.Durable.Replay;
using EmbeddedHost.Invocations;
using EmbeddedHost.Settings;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Hosting;

/// <summary>Starts the orchestrations of an app that has any.</summary>
internal sealed class DurableStart
{
    private const string FileName = "durable.db";

    private readonly IServiceProvider _services;
    private readonly IReadOnlyList<FoundFunction> _functions;
    private readonly HistoryFile _file;

    private DurableStart(IServiceProvider services, IReadOnlyList<FoundFunction> functions, HistoryFile file) =>
        (_services, _functions, _file) = (services, functions, file);

    private DurableHub Hub => _services.GetRequiredService<DurableHub>();

    /// <summary>Makes sure that the file can be used. Null, and no file, where no function needs it.</summary>
    public static DurableStart? Prepare(
        IServiceProvider services, DataFolder folder, IEnumerable<FoundFunction> functions, StartFaults faults)
    {
        var durable = functions.Where(function => function.IsDurable).ToList();
        if (durable.Count == 0) return null;
        var file = new HistoryFile(folder.PathOf(FileName));
        file.Prepare(faults);
        return new DurableStart(services, durable, file);
    }

    /// <summary>From then on the client can be used, but nothing runs.</summary>
    public void Open(
        FunctionCompiler compiler, FunctionExecutionDelegate pipeline, InvocationLimits limits, DurableSettings settings)
    {
        var json = _services.GetRequiredService<PayloadJson>();
        var activities = Compile(compiler, function => function.IsActivity);
        var orchestrators = Compile(compiler, function => function.IsOrchestrator).ToDictionary(
            pair => pair.Key, pair => Code(pair.Value), StringComparer.OrdinalIgnoreCase);
        var runner = new ActivityRunner(
            activities, pipeline, limits, json, _services.GetRequiredService<IServiceScopeFactory>(),
            _services.GetRequiredService<ILogger<ActivityRunner>>());
        Hub.Open(_file, new DurableFunctions(orchestrators, Code(null), runner), settings);

        OrchestratorCode Code(CompiledFunction? function) => new(function, pipeline, limits, json, _services);
    }

    /// <summary>Goes on with what the last process left.</summary>
    public void Start() => Hub.Start();

    private Dictionary<string, CompiledFunction> Compile(FunctionCompiler compiler, Func<FoundFunction, bool> which) => _functions
        .Where(which)
        .ToDictionary(
            function => function.Name,
            function => compiler.Compile(function, ImmutableHashSet<string>.Empty),
            StringComparer.OrdinalIgnoreCase);
}
