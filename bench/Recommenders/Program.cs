using PersonalizationEngine.Recommenders.DataSets;
using PersonalizationEngine.Recommenders.Reports;

// DATA_FOLDER [--output FILE] [--only NAME]: every data set below the folder, or those whose name begins so, through the
// protocol that fits it.
if (args is not [var data, .. var options] || !Directory.Exists(data))
{
    Console.Error.WriteLine("DATA_FOLDER [--output FILE] [--only NAME]");
    return 2;
}

var only = Option("--only") ?? "";
using TextWriter file = Option("--output") is { } output ? new StreamWriter(output) : TextWriter.Null;
using var report = new BothWriters(Console.Out, file) { NewLine = "\n" };
Heading.Write(report, string.Join(' ', args));
foreach (var dataSet in DataSetFinder.Find(data))
    if (dataSet.Name.StartsWith(only, StringComparison.OrdinalIgnoreCase)) Report.Write(report, dataSet);
return 0;

string? Option(string name)
{
    var place = Array.IndexOf(options, name);
    return place >= 0 && place + 1 < options.Length ? options[place + 1] : null;
}
