using System.Collections.Immutable;
using EmbeddedHost.Binding;
using EmbeddedHost.Discovery;
using EmbeddedHost.Http;
using EmbeddedHost.Invocations;
using EmbeddedHost.Keys;
using EmbeddedHost.Routing;
using EmbeddedHost.Settings;
using EmbeddedHost.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Hosting;

/// <summary>Starts an app: checks everything, then listens, then lets the timers run.</summary>
internal sealed class FunctionsStart(
    WebApplication app, HostPlan plan, HostJson hostJson, HostSettings settings, IReadOnlyList<FoundFunction> functions)
{
    private readonly DataFolder _folder = new(settings.DataDirectory);
    private readonly FunctionCompiler _compiler = ActivatorUtilities.CreateInstance<FunctionCompiler>(app.Services);
    private readonly FunctionExecutionDelegate _pipeline = WorkerPipeline.Build(plan.Middleware);
    private readonly InvocationLimits _limits = new(
        app.Services.GetRequiredService<TimeProvider>(),
        hostJson.FunctionTimeout,
        app.Services.GetRequiredService<DrainDeadline>().Expired);

    /// <summary>Whether anything of the app may have been started.</summary>
    public bool HasBegun { get; private set; }

    public bool IsListening { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var policies = app.Services.GetRequiredService<ParameterPolicyFactory>();
        var routes = RouteTable.Read(functions, hostJson.RoutePrefix, policies, plan.Faults);
        plan.Faults.ThrowIfAny();
        _folder.Prepare(plan.Faults);
        Listening.Check(settings, plan.Faults);
        var durable = DurableStart.Prepare(app.Services, _folder, functions.Where(IsEnabled), plan.Faults);
        plan.Faults.ThrowIfAny();

        var enabledRoutes = routes.Where(route => IsEnabled(route.Function)).ToList();
        durable?.Open(_compiler, _pipeline, _limits, hostJson.Durable);
        MapHttp(enabledRoutes);
        var timers = TimerListeners();

        HasBegun = true;
        await app.StartAsync(cancellationToken);
        IsListening = true;
        OwnName.Tell(app.Configuration, app.Urls);
        foreach (var url in app.Urls) await plan.Output.WriteLineAsync($"Listening on {url}");
        FunctionList.Log(app.Services.GetRequiredService<ILogger<FunctionsStart>>(), enabledRoutes, functions.Where(IsEnabled));
        durable?.Start();
        app.Services.GetRequiredService<TimerListeners>().Start(timers);
    }

    private void MapHttp(List<HttpRoute> routes)
    {
        var keys = KeyFile.Open(_folder, app.Configuration, plan.Output, plan.Faults);
        var failures = ActivatorUtilities.CreateInstance<FailureAnswer>(app.Services, _limits);
        var answers = routes.Select(route => (route, new HttpFunction(
            _compiler.Compile(route.Function, route.ParameterNames),
            KeyGate.Of(route.Function, keys),
            _pipeline,
            _limits,
            failures)));
        HttpFunctions.Map(app, answers, CorsSettings.Read(app.Configuration), settings.HasHomePage, settings.HasMetrics ? MetricsPage.In(app, keys) : null);
    }

    private List<TimerListener> TimerListeners() => [.. ActivatorUtilities.CreateInstance<TimerFunctions>(app.Services, _folder)
        .Listeners(functions.Where(IsEnabled), function => ActivatorUtilities.CreateInstance<TimerFunction>(
            app.Services, _compiler.Compile(function, ImmutableHashSet<string>.Empty), _pipeline, _limits))];

    private bool IsEnabled(FoundFunction function) => !HostSettings.IsDisabled(app.Configuration, function.Name);
}
