using System.Reflection;

namespace PersonalizationEngine.Recommenders.Reports;

/// <summary>What a reader must know before the tables.</summary>
internal static class Heading
{
    /// <param name="arguments">Of the command that makes the report.</param>
    public static void Write(TextWriter report, string arguments)
    {
        WriteCommand(report, "Recommenders on published protocols", arguments);
        report.WriteLine("""
            Every item a person did not meet in training is a candidate, unless the data set gives its own; all events of the
            test part are relevant; a person counts who has at least one. P@k is hits / k, R@k hits / relevant items, MAP@10 is
            divided by the relevant items, coverage counts the different items among anybody's first ten; ties go to the lower
            id. In brackets: the published figure, and ours less that. *fit* is the time of training on all cores, by the clock
            and of the processor, *rank* the processor time of one ranking of 20. *served* is the whole `Recommender` as the
            engine serves it; the other rows are one model each.
            """);
        report.WriteLine();
    }

    /// <param name="arguments">Of the command that makes the report.</param>
    public static void WriteMillion(TextWriter report, string arguments)
    {
        WriteCommand(report, "A million people in one process", arguments);
        report.WriteLine("""
            The embedded recommender as the engine composes it: catalogue, histories, counts, matrix, training and serving in one
            process, interactions made up, always the same, and read row by row as a store gives them. Meanwhile a visitor asks for
            one personal list after the other, with filter, boost, cap and diversity, and meets an item after each. *memory* is the
            working set of the process; *CPU* is that of all its threads, of the first training that of reading too.
            """);
        report.WriteLine();
    }

    private static void WriteCommand(TextWriter report, string title, string arguments)
    {
        var today = TimeProvider.System.GetUtcNow();
        report.WriteLine($"""
            # {title}

            Made by `bench/Recommenders` on {today:yyyy-MM-dd}: {Environment.ProcessorCount} cores ({Processor()}),
            SDK {Sdk()}.

                dotnet build bench/Recommenders -c Release
                dotnet artifacts/embedded/bin/Recommenders/release/PersonalizationEngine.Recommenders.dll {arguments}

            """);
    }

    private static string Sdk() => typeof(Heading).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(fact => fact.Key == "Sdk").Value ?? "unknown";

    private static string Processor()
    {
        const string Description = "/proc/cpuinfo";
        if (!File.Exists(Description)) return "unknown";
        return File.ReadLines(Description).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            ?.Split(':')[1].Trim() ?? "unknown";
    }
}
