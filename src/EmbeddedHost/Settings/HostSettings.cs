using System.Globalization;
using System.Net;
using EmbeddedHost.Hosting;
using Microsoft.Extensions.Configuration;

namespace EmbeddedHost.Settings;

/// <summary>The host's own settings.</summary>
/// <param name="Address"><c>SERVER_HOST</c>: an IP address or <c>localhost</c>; 127.0.0.1 by default.</param>
/// <param name="Port">
/// <c>SERVER_PORT</c>, else <c>Host.LocalHttpPort</c> of local.settings.json; 7071 by default, 0 for a free one.
/// </param>
/// <param name="DataDirectory"><c>DATA_DIR</c>, from the working directory; <c>data</c> by default.</param>
/// <param name="HasHomePage">False with <c>AzureWebJobsDisableHomepage=true</c>.</param>
/// <param name="HasMetrics">False with <c>METRICS_ENDPOINT=false</c>.</param>
internal sealed record HostSettings(IPAddress Address, int Port, string DataDirectory, bool HasHomePage, bool HasMetrics)
{
    private const int DefaultPort = 7071;

    public static HostSettings Read(IConfiguration configuration, AppOrigin origin, StartFaults faults) => new(
        ReadAddress(configuration["SERVER_HOST"], faults),
        ReadPort(configuration, faults),
        Path.GetFullPath(configuration["DATA_DIR"] is { Length: > 0 } given ? given : "data", origin.WorkingDirectory),
        !IsTrue(configuration["AzureWebJobsDisableHomepage"]),
        ReadMetrics(configuration["METRICS_ENDPOINT"], faults));

    /// <summary><c>AzureWebJobs.NAME.Disabled</c>, or <c>AzureWebJobs__NAME__Disabled</c> in the environment.</summary>
    public static bool IsDisabled(IConfiguration configuration, string function) =>
        IsTrue(configuration[$"AzureWebJobs.{function}.Disabled"] ?? configuration[$"AzureWebJobs:{function}:Disabled"]);

    private static bool IsTrue(string? text) => text == "1" || (bool.TryParse(text, out var flag) && flag);

    private static bool ReadMetrics(string? text, StartFaults faults)
    {
        if (string.IsNullOrEmpty(text)) return true;
        if (bool.TryParse(text, out var flag)) return flag;
        faults.Add($"METRICS_ENDPOINT is '{text}': true or false is needed.");
        return true;
    }

    private static IPAddress ReadAddress(string? text, StartFaults faults)
    {
        if (string.IsNullOrEmpty(text) || text == "localhost") return IPAddress.Loopback;
        if (IPAddress.TryParse(text, out var address)) return address;
        faults.Add($"SERVER_HOST is '{text}': an IP address is needed, or localhost.");
        return IPAddress.Loopback;
    }

    private static int ReadPort(IConfiguration configuration, StartFaults faults)
    {
        var name = string.IsNullOrEmpty(configuration["SERVER_PORT"]) ? "Host:LocalHttpPort" : "SERVER_PORT";
        if (configuration[name] is not { Length: > 0 } text) return DefaultPort;
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port);
        if (isNumber && port <= IPEndPoint.MaxPort) return port;
        var shown = name == "SERVER_PORT" ? name : "Host.LocalHttpPort in local.settings.json";
        faults.Add($"{shown} is '{text}': a port is needed, from 0 (any free one) to {IPEndPoint.MaxPort}.");
        return DefaultPort;
    }
}
