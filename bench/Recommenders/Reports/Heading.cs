using System.Reflection;

namespace PersonalizationEngine.Recommenders.Reports;

/// <summary>What a reader must know before the tables.</summary>
internal static class Heading
{
    /// <param name="arguments">Of the command that makes the report.</param>
    public static void Write(TextWriter report, string arguments)
    {
        var today = TimeProvider.System.GetUtcNow();
        report.WriteLine($"""
            # Recommenders on published protocols

            Made by `bench/Recommenders` on {today:yyyy-MM-dd}: {Environment.ProcessorCount} cores ({Processor()}),
            SDK {Sdk()}.

                dotnet build bench/Recommenders -c Release
                dotnet artifacts/embedded/bin/Recommenders/release/PersonalizationEngine.Recommenders.dll {arguments}

            Every item a person did not meet in training is a candidate, unless the data set gives its own; all events of the
            test part are relevant; a person counts who has at least one. P@k is hits / k, R@k hits / relevant items, MAP@10 is
            divided by the relevant items, coverage counts the different items among anybody's first ten; ties go to the lower
            id. In brackets: the published figure, and ours less that. *fit* is the time of training on all cores, by the clock
            and of the processor, *rank* the processor time of one ranking of 20. *served* is the whole `Recommender` as the
            engine serves it; the other rows are one model each.
            """);
        report.WriteLine();
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
