using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace PersonalizationEngine.Functions.Hosting;

/// <summary>
/// Azure's worker sends every line it logs to the host, and only there does host.json drop it: ASP.NET Core's four lines a
/// request must not be sent in the first place. Under every other source, so that a setting still brings them back.
/// </summary>
internal static class QuietWorker
{
    public static void AddTo(ConfigurationManager configuration) => ((IConfigurationBuilder)configuration).Sources.Insert(
        0, new MemoryConfigurationSource { InitialData = [KeyValuePair.Create("Logging:LogLevel:Microsoft.AspNetCore", (string?)"Warning")] });
}
