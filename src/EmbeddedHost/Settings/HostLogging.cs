using EmbeddedHost.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmbeddedHost.Settings;

/// <summary>
/// One line a message on the console. The level is <c>LOG_LEVEL</c>, above <c>Logging:LogLevel:Default</c>; Warning by
/// default. Other <c>Logging:LogLevel</c> settings count for their categories.
/// </summary>
internal static class HostLogging
{
    public static void AddHostLogging(this ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("Microsoft", LogLevel.Warning);

        // At any other level this category makes ASP.NET start an activity and a log scope for every request
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);

        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.Services.Configure<LoggerFilterOptions>(filters =>
        {
            if (ReadLevel(configuration) is not { } level) return;
            filters.Rules.Add(new LoggerFilterRule(providerName: null, categoryName: null, level, filter: null));
        });

        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
        });
    }

    public static void Check(IConfiguration configuration, StartFaults faults)
    {
        if (string.IsNullOrEmpty(configuration["LOG_LEVEL"]) || ReadLevel(configuration) is not null) return;
        faults.Add($"LOG_LEVEL is '{configuration["LOG_LEVEL"]}': {string.Join(", ", Enum.GetNames<LogLevel>())} are possible.");
    }

    private static LogLevel? ReadLevel(IConfiguration configuration) =>
        Enum.TryParse<LogLevel>(configuration["LOG_LEVEL"], ignoreCase: true, out var level) && Enum.IsDefined(level)
            ? level
            : null;
}
