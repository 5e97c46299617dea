using PersonalizationEngine.Feed;
using PersonalizationEngine.Feed.CommandLine;
using PersonalizationEngine.Feed.Sending.Retries;

namespace Feed.Tests.Receiver;

/// <summary>Runs the program in this process, as from a shell.</summary>
internal static class FeedProgram
{
    public static readonly RetryPolicy Quick = new(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(5));

    public static Task<(int Code, string Output, string Error)> RunAsync(
        string[] arguments, TimeProvider? time = null, Dictionary<string, string>? variables = null) =>
        RunUntilAsync(arguments, TestContext.Current.CancellationToken, time, variables);

    /// <param name="interrupt">Stands for Ctrl-C.</param>
    public static async Task<(int Code, string Output, string Error)> RunUntilAsync(
        string[] arguments, CancellationToken interrupt, TimeProvider? time = null, Dictionary<string, string>? variables = null)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var folder = new TemporaryFolder();
        var environment = new FeedEnvironment(
            output, error, name => variables?.GetValueOrDefault(name), time ?? TimeProvider.System, Quick, folder.Path);
        var code = await FeedCommandLine.RunAsync(arguments, environment, interrupt);
        return (code, output.ToString(), error.ToString());
    }
}
