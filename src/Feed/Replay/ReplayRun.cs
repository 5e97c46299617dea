using System.Globalization;
using PersonalizationEngine.Feed.Replay.Mapping;
using PersonalizationEngine.Feed.Replay.Reading;
using PersonalizationEngine.Feed.Replay.Resume;
using PersonalizationEngine.Feed.Replay.Values;
using PersonalizationEngine.Feed.Reporting;
using PersonalizationEngine.Feed.Sending;
using PersonalizationEngine.Feed.Sending.Answers;
using PersonalizationEngine.Feed.Sending.Batches;

namespace PersonalizationEngine.Feed.Replay;

/// <summary>Carries <c>feed replay</c> out.</summary>
internal sealed class ReplayRun(ReplayPlan plan, WebhookClient client, FeedEnvironment environment)
{
    private readonly StateFile _stateFile = StateFile.For(plan.File, plan.StateFolder, environment.TemporaryFolder);

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (!Open().TryGet(out var reader, out var failure)) return environment.Fail(failure);
        using (reader)
        {
            var fingerprint = await Fingerprint.OfAsync(plan.File, plan.Options, cancellation);
            var state = plan.Resume ? _stateFile.Load(fingerprint, plan.Url) : null;
            if (state?.Records > 0)
                environment.Say(string.Create(CultureInfo.InvariantCulture, $"Going on behind record {state.Records:N0}."));
            state ??= Begin(fingerprint, cancellation);

            // saved before anything is sent, because the times in the events must not change once some have arrived
            if (_stateFile.Save(state) is { } unsaved) return environment.Fail(unsaved);
            return await SendAsync(reader, state, cancellation);
        }
    }

    private Outcome<ISourceReader> Open()
    {
        if (!SourceFile.Open(plan.File, plan.Delimiter).TryGet(out var reader, out var failure)) return new Failure(failure);
        var fault = reader.Header is null ? null : FaultOf(reader.Header);
        if (fault is null) return Outcome<ISourceReader>.Of(reader);
        reader.Dispose();
        return new Failure($"{plan.File}: {fault}");
    }

    private string? FaultOf(IReadOnlyCollection<string> header)
    {
        if (plan.Mapping is WireShape) return "a delimited file needs --mapping or --map to say what its columns mean.";
        var missing = plan.Mapping.Columns.Where(column => !header.Contains(column)).ToArray();
        return missing.Length == 0
            ? null
            : $"no column '{string.Join("', '", missing)}'; it has {string.Join(", ", header.Where(name => name.Length > 0))}.";
    }

    private ReplayState Begin(string fingerprint, CancellationToken cancellation)
    {
        var now = environment.Now();
        var newest = plan.ShiftToNow ? NewestIn(now, cancellation) : null;
        var shift = now - (newest ?? now);
        return new ReplayState(fingerprint, plan.Url, 0, 0, 1, now, shift.TotalMilliseconds);
    }

    /// <summary>A pass over the file for its latest timestamp.</summary>
    private DateTimeOffset? NewestIn(DateTimeOffset now, CancellationToken cancellation)
    {
        if (!SourceFile.Open(plan.File, plan.Delimiter).TryGet(out var reader, out _)) return null;
        using (reader)
        {
            var moments = new MomentContext(now, TimeSpan.Zero);
            foreach (var _ in new RowSource(reader, plan.Mapping, moments, plan.Limit, cancellation).Read(0))
            {
            }

            return moments.Newest;
        }
    }

    private async Task<int> SendAsync(ISourceReader reader, ReplayState state, CancellationToken cancellation)
    {
        var moments = new MomentContext(state.Now, TimeSpan.FromMilliseconds(state.ShiftMilliseconds));
        var rows = new RowSource(reader, plan.Mapping, moments, plan.Limit, cancellation);
        var groups = new ReplayGroups(rows, $"replay_{state.Fingerprint}");
        var report = await ProgressBar.ShowAsync(
            environment.Output, Path.GetFileName(plan.File), new FileInfo(plan.File).Length, state.Bytes, progress =>
            new GroupSender(client, environment.Time).SendAsync(
                groups.From(state.Records, state.NextGroup), Acknowledged(progress), cancellation));

        PrintMalformed(rows.Malformed);
        var code = ReportPrinter.Print(report, environment);
        if (report.Failure is null && !rows.WasCut) _stateFile.Delete();
        if (report.Failure is not null) environment.Say("The same command goes on from there.");
        return report.Tally.Sent == 0 && rows.Malformed.Count > 0 ? 1 : code;

        Action<EventGroup, SendingTally> Acknowledged(ISendingProgress progress) => (group, tally) =>
        {
            progress.Report(group.End.Bytes, tally.Sent);
            if (!groups.IsWhole(group)) return;
            var reached = state with { Records = group.End.Records, Bytes = group.End.Bytes, NextGroup = group.Number + 1 };
            if (_stateFile.Save(reached) is { } unsaved) environment.Fail(unsaved);
        };
    }

    private void PrintMalformed(MalformedRows malformed)
    {
        if (malformed.Count == 0) return;
        environment.Say(string.Create(CultureInfo.InvariantCulture, $"{malformed.Count:N0} malformed rows left out"));
        foreach (var (line, reason) in malformed.First) environment.Say($"  line {line}: {reason}");
    }
}
