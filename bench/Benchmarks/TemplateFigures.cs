using System.Diagnostics;
using System.Globalization;

namespace PersonalizationEngine.Bench;

/// <summary>Processor time of one rendering, the least of many rounds: other programs take the clock, and not this.</summary>
internal static class TemplateFigures
{
    private const int Rounds = 30, Each = 500;

    public static void Print(TextWriter output)
    {
        var bench = new TemplateBenchmarks();
        Print(output, "email", () => bench.Email());
        Print(output, "sms", () => bench.Sms());
        Print(output, "compile", () => bench.Compile());
    }

    private static void Print(TextWriter output, string name, Action work)
    {
        var least = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            for (var i = 0; i < Each; i++) work();
            least = Math.Min(least, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMicroseconds / Each);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {least:F0} us of processor time"));
    }
}
