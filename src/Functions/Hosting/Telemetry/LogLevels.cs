using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace PersonalizationEngine.Functions.Hosting.Telemetry;

/// <summary>
/// The levels of logs, by the same settings in both hosts: <c>Logging__LogLevel__CATEGORY</c> for one category, and
/// <c>LOG_LEVEL</c> for all that have none. Azure's worker reads neither by itself.
/// </summary>
internal static class LogLevels
{
    public static ILoggingBuilder AddLevels(this ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.AddConfiguration(configuration.GetSection("Logging"));
        return Enum.TryParse<LogLevel>(configuration["LOG_LEVEL"], ignoreCase: true, out var level) && Enum.IsDefined(level)
            ? logging.AddFilter((string?)null, level)
            : logging;
    }
}
