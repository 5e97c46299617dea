using EmbeddedHost.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>What an app adds to before its host is built.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    private readonly WebApplicationBuilder _web;

    internal FunctionsApplicationBuilder(AppOrigin origin)
    {
        Plan = new HostPlan(origin);
        _web = WebHosting.CreateBuilder(Plan);
    }

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_web).Properties;

    /// <summary>
    /// Later above earlier: appsettings.json, appsettings.ENVIRONMENT.json, Values of local.settings.json, environment
    /// variables, arguments.
    /// </summary>
    public ConfigurationManager Configuration => _web.Configuration;

    public IHostEnvironment Environment => _web.Environment;

    public ILoggingBuilder Logging => _web.Logging;

    public IMetricsBuilder Metrics => _web.Metrics;

    public IServiceCollection Services => _web.Services;

    IConfigurationManager IHostApplicationBuilder.Configuration => _web.Configuration;

    internal HostPlan Plan { get; }

    /// <summary>
    /// The host, not yet started. What keeps it from starting (a wrong setting, two routes for the same request) is told on
    /// standard error when it is run, and the process ends with exit code 1.
    /// </summary>
    public IHost Build() => new RefusalReportingHost(BuildHost());

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull =>
        ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        Plan.Middleware.Add(middleware);
        return this;
    }

    internal EmbeddedFunctionsHost BuildHost() => EmbeddedFunctionsHost.Build(_web, Plan);
}
