using System.CommandLine;
using System.CommandLine.Invocation;

namespace PersonalizationEngine.Feed.CommandLine;

/// <summary>The program: <c>feed demo</c>, <c>feed replay</c>, <c>feed evaluate</c> and <c>feed gorse-config</c>.</summary>
internal static class FeedCommandLine
{
    private const int Interrupted = 130;

    /// <returns>0 where everything was sent, 1 on any failure (told in one line), 130 when interrupted.</returns>
    public static async Task<int> RunAsync(string[] arguments, FeedEnvironment environment, CancellationToken cancellation)
    {
        var root = new RootCommand("Sends events into a running personalization engine as real senders do: by its webhooks.");
        root.Subcommands.Add(DemoCommand.Create(environment));
        root.Subcommands.Add(ReplayCommand.Create(environment));
        root.Subcommands.Add(EvaluateCommand.Create(environment));
        root.Subcommands.Add(GorseConfigCommand.Create(environment));

        var parsed = root.Parse(arguments);
        if (parsed.Action is ParseErrorAction error) (error.ShowHelp, error.ShowTypoCorrections) = (false, true);
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = environment.Output,
                    Error = environment.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                },
                cancellation);
        }
        catch (OperationCanceledException)
        {
            environment.Fail("Interrupted. Give the same command again to go on: nothing counts twice.");
            return Interrupted;
        }
    }
}
