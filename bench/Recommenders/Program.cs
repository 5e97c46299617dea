using PersonalizationEngine.Recommenders.DataSets;
using PersonalizationEngine.Recommenders.Reports;

// DATA_FOLDER [--output FILE] [--only NAME]: every data set below the folder, or those whose name begins so, through the
// protocol that fits it.
if (args is not [var data, .. var options] || !Directory.Exists(data))
{
    Console.Error.WriteLine("DATA_FOLDER [--output FILE] [--only NAME]");
    return 2;
}

var output = Option("--output");
using TextWriter file = output is null ? TextWriter.Null : new StreamWriter(output) { NewLine = "\n" };
using var report = new BothWriters(Console.Out, file);
report.NewLine = "\n";
Heading.Write(report, "dotnet artifacts/embedded/bin/Recommenders/release/PersonalizationEngine.Recommenders.dll " + string.Join(' ', args));
foreach (var dataSet in DataSetFinder.Find(data))
    if (Option("--only") is not { } only || dataSet.Name.StartsWith(only, StringComparison.OrdinalIgnoreCase)) Report.Write(report, dataSet);
return 0;

string? Option(string name) => Array.IndexOf(options, name) is >= 0 and var place && place + 1 < options.Length ? options[place + 1] : null;
