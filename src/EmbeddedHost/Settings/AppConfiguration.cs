using EmbeddedHost.Hosting;
using Microsoft.Extensions.Configuration;

namespace EmbeddedHost.Settings;

/// <summary>The sources of an app's settings, each above the ones before it.</summary>
internal static class AppConfiguration
{
    public static void AddSources(ConfigurationManager configuration, HostPlan plan, string environment)
    {
        configuration
            .SetBasePath(plan.Origin.AppDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddJsonFile($"appsettings.{environment}.json", optional: true)
            .AddInMemoryCollection(LocalSettings.Read(plan.Origin, plan.Faults))
            .AddEnvironmentVariables()
            .AddCommandLine(plan.Origin.Args);
    }
}
