using EmbeddedHost.Http;
using EmbeddedHost.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EmbeddedHost.Hosting;

/// <summary>ASP.NET Core with only what functions need: Kestrel, routing, settings, a console log.</summary>
internal static class WebHosting
{
    private static readonly string[] VariablesOfEnvironment =
        ["AZURE_FUNCTIONS_ENVIRONMENT", "DOTNET_ENVIRONMENT", "ASPNETCORE_ENVIRONMENT"];

    public static WebApplicationBuilder CreateBuilder(HostPlan plan)
    {
        var environment = VariablesOfEnvironment
            .Select(Environment.GetEnvironmentVariable)
            .FirstOrDefault(value => value is not null);
        var web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = plan.Origin.Name,
            ContentRootPath = plan.Origin.AppDirectory,
            EnvironmentName = environment ?? Environments.Production,
        });

        AppConfiguration.AddSources(web.Configuration, plan, web.Environment.EnvironmentName);
        web.Logging.AddHostLogging(web.Configuration);
        web.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = BodyLimit.Bytes;
        });
        web.Services.AddRouting();
        return web;
    }
}
