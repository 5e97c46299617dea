using System.Runtime.InteropServices;
using PersonalizationEngine.Feed;
using PersonalizationEngine.Feed.CommandLine;

using var interrupt = new CancellationTokenSource();
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var onTermination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return await FeedCommandLine.RunAsync(args, FeedEnvironment.OfThisProcess(), interrupt.Token);

void Stop(PosixSignalContext signal)
{
    // the second time the process ends at once
    signal.Cancel = !interrupt.IsCancellationRequested;
    interrupt.Cancel();
}
