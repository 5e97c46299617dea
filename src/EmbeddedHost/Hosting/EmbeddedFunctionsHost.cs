using EmbeddedHost.Discovery;
using EmbeddedHost.Durable.Hub;
using EmbeddedHost.Durable.Payloads;
using EmbeddedHost.Http;
using EmbeddedHost.Settings;
using EmbeddedHost.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace EmbeddedHost.Hosting;

/// <summary>An app's functions on Kestrel, in this process.</summary>
internal sealed class EmbeddedFunctionsHost : IHost, IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly FunctionsStart _start;

    private EmbeddedFunctionsHost(WebApplication app, FunctionsStart start)
    {
        _app = app;
        _start = start;
    }

    public IServiceProvider Services => _app.Services;

    /// <summary>Composes everything; what is found wrong is told when the host is started.</summary>
    public static EmbeddedFunctionsHost Build(WebApplicationBuilder web, HostPlan plan)
    {
        var hostJson = HostJson.Read(plan.Origin.AppDirectory, plan.Faults);
        var settings = HostSettings.Read(web.Configuration, plan.Origin, plan.Faults);
        HostLogging.Check(web.Configuration, plan.Faults);
        var functions = FunctionCatalog.Find(plan.Origin.Types, plan.Faults);
        if (!plan.ServesHttp && functions.Any(function => function.Http is not null))
        {
            plan.Faults.Add("The app has HTTP functions: its Program must call ConfigureFunctionsWebApplication().");
        }

        var services = web.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IHostLifetime, SignalLifetime>();
        services.AddSingleton<Drain>().AddSingleton<DrainDeadline>().AddSingleton<TimerListeners>();
        services.AddOptions().AddSingleton<PayloadJson>().AddSingleton<DurableHub>();
        services.Configure<KestrelServerOptions>(server => server.Listen(settings.Address, settings.Port));
        if (functions.Any(function => function.MayReturnActionResult)) services.AddMvcCore();
        if (CorsSettings.Read(web.Configuration) is not null) services.AddCors();
        if (settings.HasMetrics) services.AddMetricsPage();

        var app = web.Build();
        return new EmbeddedFunctionsHost(app, new FunctionsStart(app, plan, hostJson, settings, functions));
    }

    /// <exception cref="StartRefusedException">The host cannot start for a reason its user can mend.</exception>
    public Task StartAsync(CancellationToken cancellationToken = default) => _start.RunAsync(cancellationToken);

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (_start.IsListening) await Services.GetRequiredService<Drain>().RunAsync();
        if (_start.HasBegun) await _app.StopAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public void Dispose() => ((IDisposable)_app).Dispose();
}
