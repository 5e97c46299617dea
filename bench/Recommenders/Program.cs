using System.Globalization;
using PersonalizationEngine.Recommenders.DataSets;
using PersonalizationEngine.Recommenders.Million;
using PersonalizationEngine.Recommenders.Reports;

// DATA_FOLDER [--output FILE] [--only NAME]: every data set below the folder, or those whose name begins so, through the
// protocol that fits it. million [--output FILE] [--people N] [--items N] [--visits N]: what a large site takes.
if (args is not [var data, .. var options] || (data != "million" && !Directory.Exists(data)))
{
    ShowUsage();
    return 2;
}

var only = Option("--only") ?? "";
using TextWriter file = Option("--output") is { } output ? new StreamWriter(output) : TextWriter.Null;
using var report = new BothWriters(Console.Out, file) { NewLine = "\n" };
if (data == "million")
{
    Heading.WriteMillion(report, string.Join(' ', args));
    await MillionRun.WriteAsync(report, Number("--people", 1_000_000), Number("--items", 20_000), Number("--visits", 20_000_000));
    return 0;
}

Heading.Write(report, string.Join(' ', args));
foreach (var dataSet in DataSetFinder.Find(data))
    if (dataSet.Name.StartsWith(only, StringComparison.OrdinalIgnoreCase)) Report.Write(report, dataSet);
return 0;

static void ShowUsage()
{
    Console.Error.WriteLine("DATA_FOLDER [--output FILE] [--only NAME]");
    Console.Error.WriteLine("million [--output FILE] [--people N] [--items N] [--visits N]");
}

string? Option(string name)
{
    var place = Array.IndexOf(options, name);
    return place >= 0 && place + 1 < options.Length ? options[place + 1] : null;
}

int Number(string name, int otherwise) => Option(name) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;
