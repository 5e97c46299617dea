using System.Globalization;
using PersonalizationEngine.Feed.Demo.Documents;
using PersonalizationEngine.Feed.Reporting;
using PersonalizationEngine.Feed.Sending;

namespace PersonalizationEngine.Feed.Demo;

/// <summary>Carries <c>feed demo</c> out.</summary>
internal sealed class DemoRun(DemoPlan plan, WebhookClient client, FeedEnvironment environment)
{
    /// <param name="truthFile">Where the ground truth goes, if anywhere.</param>
    /// <param name="admin">Null where there is no master key.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(
        string? truthFile, DemoDocuments documents, AdminClient? admin, CancellationToken cancellation)
    {
        var month = DemoMonth.MakeUp(plan);
        environment.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{month.Events.Count:N0} events of {plan.Days} days until {WireTime.Text(plan.Now)}; "
            + $"the same again: --seed {plan.Seed} --now {WireTime.Text(plan.Now)}"));
        if (truthFile is not null && WriteTruth(truthFile, month) is { } unwritten) return environment.Fail(unwritten);

        var report = await ProgressBar.ShowAsync(environment.Output, "demo", month.Events.Count, 0, progress =>
            new GroupSender(client, environment.Time).SendAsync(
                DemoGroups.Of(month, plan), (group, tally) => progress.Report(group.End.Records, tally.Sent), cancellation));
        var code = ReportPrinter.Print(report, environment);
        return code == 0 ? await PostAsync(documents, admin, cancellation) : code;
    }

    private async Task<int> PostAsync(DemoDocuments documents, AdminClient? admin, CancellationToken cancellation)
    {
        if (documents.Count == 0) return 0;
        if (admin is null)
        {
            environment.Say("Rules and experiments were left out: give --master-key, or --keys with the host's keys.json.");
            return 0;
        }

        var report = await new DocumentPoster(admin).PostAsync(documents, cancellation);
        environment.Say($"{report.Created} rules and experiments created, {report.Kept} were there before");
        foreach (var failure in report.Failures) environment.Fail(failure);
        return report.Failures.Count > 0 ? 1 : 0;
    }

    private static string? WriteTruth(string path, DemoMonth month)
    {
        try
        {
            TruthFile.Write(path, month.People);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be written: {failure.Message}";
        }
    }
}
