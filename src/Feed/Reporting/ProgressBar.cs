using Spectre.Console;

namespace PersonalizationEngine.Feed.Reporting;

/// <summary>A progress bar with rate and time left; on a terminal that cannot redraw, a line now and then.</summary>
internal sealed class ProgressBar : ISendingProgress
{
    private readonly ProgressTask _task;

    private ProgressBar(ProgressTask task) => _task = task;

    /// <param name="total">What <c>done</c> will be at the end.</param>
    /// <param name="done">Where it begins, after an earlier run.</param>
    public static Task<T> ShowAsync<T>(
        TextWriter output, string title, long total, long done, Func<ISendingProgress, Task<T>> work)
    {
        var terminal = new AnsiConsoleOutput(output);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = terminal,
            Ansi = terminal.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal.IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = terminal.IsTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        return console.Progress()
            .Columns(
                new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new EventRateColumn(),
                new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask(Markup.Escape(title), maxValue: Math.Max(1, total));
                task.Value = done;
                return work(new ProgressBar(task));
            });
    }

    public void Report(long done, long events)
    {
        _task.State.Update<long>(EventRateColumn.Events, _ => events);
        _task.Value = done;
    }
}
