using System.CommandLine;

namespace PersonalizationEngine.Feed.CommandLine;

/// <summary><c>feed gorse-config</c>: writes a config.toml for Gorse that fits what the engine tells it.</summary>
internal static class GorseConfigCommand
{
    private const string Shipped = "Gorse/config.toml";

    public static Command Create(FeedEnvironment environment)
    {
        var output = new Option<string?>("--output") { Description = "The file to write, which must not exist yet; default the terminal." };
        var command = new Command("gorse-config", "Writes a config.toml for Gorse that fits the engine.");
        command.Options.Add(output);
        command.SetAction(async (parsed, cancellation) =>
        {
            var config = await ReadAsync(cancellation);
            if (parsed.GetValue(output) is not { } file)
            {
                await environment.Output.WriteAsync(config.AsMemory(), cancellation);
                return 0;
            }

            // It may hold passwords and tuning by now.
            if (File.Exists(file)) return environment.Fail($"{file} is there already: give another name, or remove it first.");
            try
            {
                await File.WriteAllTextAsync(file, config, cancellation);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return environment.Fail($"{file} cannot be written: {exception.Message}");
            }

            environment.Say($"Written to {file}.");
            return 0;
        });
        return command;
    }

    private static async Task<string> ReadAsync(CancellationToken cancellation)
    {
        using var reader = new StreamReader(typeof(GorseConfigCommand).Assembly.GetManifestResourceStream(Shipped)!);
        return await reader.ReadToEndAsync(cancellation);
    }
}
