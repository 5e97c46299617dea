using System.Diagnostics;

namespace PersonalizationEngine.RealSystems.Rescoring;

/// <summary>What a stretch of work costs this process and others, in seconds of processor time: that does not depend on who else is at work.</summary>
internal sealed class ProcessorTime(IReadOnlyList<int> others)
{
    private readonly double[] _start = Read(others);

    /// <summary>This process's first, then those of the others.</summary>
    public IReadOnlyList<double> Elapsed => [.. Read(others).Zip(_start, (now, start) => now - start)];

    private static double[] Read(IReadOnlyList<int> others) => [.. others.Prepend(Environment.ProcessId).Select(Of)];

    private static double Of(int id)
    {
        using var process = Process.GetProcessById(id);
        return process.TotalProcessorTime.TotalSeconds;
    }
}
