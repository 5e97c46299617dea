using System.Globalization;
using EmbeddedHost.Durable.Hub;
using EmbeddedHost.Hosting;
using Microsoft.Extensions.Configuration;

namespace EmbeddedHost.Settings;

/// <summary>What of host.json, beside the binaries, counts here. Everything has its default without the file.</summary>
/// <param name="RoutePrefix"><c>extensions.http.routePrefix</c> without slashes at its ends; <c>api</c> by default.</param>
/// <param name="FunctionTimeout"><c>functionTimeout</c>, up to 24 days; 30 minutes by default, <c>-1</c> for no end.</param>
/// <param name="Durable">Of <c>extensions.durableTask</c>.</param>
internal sealed record HostJson(string RoutePrefix, TimeSpan FunctionTimeout, DurableSettings Durable)
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(24);

    public static HostJson Read(string directory, StartFaults faults)
    {
        try
        {
            var file = new ConfigurationBuilder().AddJsonFile(Path.Combine(directory, "host.json"), optional: true).Build();
            return new HostJson(
                (file["extensions:http:routePrefix"] ?? "api").Trim('/'), ReadTimeout(file["functionTimeout"], faults),
                DurableSettings.Read(file, faults));
        }
        catch (InvalidDataException)
        {
            faults.Add("host.json is not JSON.");
            return new HostJson("", DefaultTimeout, DurableSettings.Default);
        }
    }

    private static TimeSpan ReadTimeout(string? text, StartFaults faults)
    {
        if (text is null) return DefaultTimeout;
        if (text == "-1") return Timeout.InfiniteTimeSpan;
        var isTime = TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var timeout);
        if (isTime && timeout > TimeSpan.Zero && timeout <= LongestTimeout) return timeout;
        faults.Add($"functionTimeout in host.json is '{text}': a time of at most 24 days is needed, or -1 for no end.");
        return DefaultTimeout;
    }
}
