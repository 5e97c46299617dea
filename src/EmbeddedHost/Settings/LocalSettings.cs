using EmbeddedHost.Hosting;
using Microsoft.Extensions.Configuration;

namespace EmbeddedHost.Settings;

/// <summary>
/// local.settings.json as <c>func start</c> reads it, beside the app and in the working directory; of a setting in both, the
/// working directory's counts. Values become settings, the Host section becomes the port and the CORS rules.
/// </summary>
internal static class LocalSettings
{
    private const string FileName = "local.settings.json";

    public static Dictionary<string, string?> Read(AppOrigin origin, StartFaults faults)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var directory in (string[])[origin.AppDirectory, origin.WorkingDirectory])
        {
            var path = Path.Combine(directory, FileName);
            try
            {
                AddFile(settings, new ConfigurationBuilder().AddJsonFile(path, optional: true).Build());
            }
            catch (InvalidDataException)
            {
                faults.Add($"{path} is not JSON.");
            }
        }

        return settings;
    }

    private static void AddFile(Dictionary<string, string?> settings, IConfiguration file)
    {
        foreach (var (key, value) in file.GetSection("Host").AsEnumerable(makePathsRelative: true))
        {
            settings["Host:" + key] = value;
        }

        // Values stand for environment variables, where two underscores mean a section
        foreach (var (key, value) in file.GetSection("Values").AsEnumerable(makePathsRelative: true))
        {
            settings[key.Replace("__", ":", StringComparison.Ordinal)] = value;
        }
    }
}
