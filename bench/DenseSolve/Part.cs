using System.Diagnostics;

namespace PersonalizationEngine.DenseSolve;

/// <summary>One solver on one size: the shortest of several rounds, which is the one others disturbed least.</summary>
/// <param name="Seconds">Of the clock.</param>
/// <param name="ProcessorSeconds">Of all cores, which tells the same on a busy machine.</param>
/// <param name="PeakMegabytes">Of the process, 1,000,000 bytes each: matrix, panels, runtime.</param>
/// <param name="Residual">See <see cref="TestMatrix.Residual"/>.</param>
internal sealed record Part(double Seconds, double ProcessorSeconds, double PeakMegabytes, double Residual)
{
    public static int Run(string solver, int rows, int cores, int rounds)
    {
        var process = Process.GetCurrentProcess();
        var matrix = GC.AllocateUninitializedArray<float>(rows * rows);
        var (seconds, processorSeconds) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < rounds; round++)
        {
            TestMatrix.Fill(matrix, rows);
            process.Refresh();
            var before = process.TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            if (!Solver.TryInvert(solver, matrix, rows, cores)) return 1;
            seconds = Math.Min(seconds, clock.Elapsed.TotalSeconds);
            process.Refresh();
            processorSeconds = Math.Min(processorSeconds, (process.TotalProcessorTime - before).TotalSeconds);
        }

        process.Refresh();
        var peak = process.PeakWorkingSet64 / 1e6;
        Console.WriteLine($"{seconds} {processorSeconds} {peak} {TestMatrix.Residual(matrix, rows)}");
        return 0;
    }

    /// <summary>Runs it in a process of its own; none when it failed.</summary>
    public static Part? Measure(string solver, int rows, int cores, int rounds)
    {
        string[] arguments = [typeof(Part).Assembly.Location, "part", solver, $"{rows}", $"{cores}", $"{rounds}"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) return null;
        double[] numbers = [.. line.Split(' ').Select(double.Parse)];
        return new Part(numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}
