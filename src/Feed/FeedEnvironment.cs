using PersonalizationEngine.Feed.Sending.Retries;

namespace PersonalizationEngine.Feed;

/// <summary>What the program has around it.</summary>
/// <param name="Variable">Reads an environment variable; null where there is none.</param>
/// <param name="TemporaryFolder">Where resume files go when the folder of the file is read-only.</param>
internal sealed record FeedEnvironment(
    TextWriter Output,
    TextWriter Error,
    Func<string, string?> Variable,
    TimeProvider Time,
    RetryPolicy Retries,
    string TemporaryFolder)
{
    public static FeedEnvironment OfThisProcess() => new(
        Console.Out,
        Console.Error,
        Environment.GetEnvironmentVariable,
        TimeProvider.System,
        RetryPolicy.Default,
        Path.GetTempPath());

    /// <summary>The clock in whole seconds, so that it can be printed and given again.</summary>
    public DateTimeOffset Now() => DateTimeOffset.FromUnixTimeSeconds(Time.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>Tells the person at the keyboard one line.</summary>
    public void Say(string line) => Output.WriteLine(line);

    /// <summary>Tells in one line what went wrong.</summary>
    /// <returns>The exit code for it, 1.</returns>
    public int Fail(string line)
    {
        Error.WriteLine(line);
        return 1;
    }
}
