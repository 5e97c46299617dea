using System.Globalization;
using PersonalizationEngine.Recommenders.Contenders;
using PersonalizationEngine.Recommenders.DataSets;
using PersonalizationEngine.Recommenders.Protocols;

namespace PersonalizationEngine.Recommenders.Reports;

/// <summary>Runs each data set through the protocols that fit it and writes what comes of it.</summary>
internal static class Report
{
    private static readonly string[] Full = ["P@10", "R@5", "R@10", "R@20", "nDCG@10", "nDCG@20", "MAP@10", "HR@10"];
    private static readonly string[] OneAmongMany = ["HR@10", "nDCG@10", "MRR@20"];
    private static readonly string[] Next = ["HR@20", "MRR@20"];
    private static readonly string[] Newcomer = ["nDCG@10", "P@10", "R@10"];

    public static void Write(TextWriter report, DataSet dataSet)
    {
        report.WriteLine($"## {dataSet.Name}");
        report.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{dataSet.PersonCount:N0} {(dataSet.IsSessions ? "sessions" : "people")}, {dataSet.ItemCount:N0} items, "
            + $"{dataSet.Train.Length:N0} events to learn and {dataSet.Test.Length:N0} to find: "
            + $"{dataSet.Note}{Order(dataSet)}."));
        report.WriteLine();
        if (dataSet.IsSessions)
        {
            WriteSessions(report, dataSet);
            return;
        }

        var measures = dataSet.Negatives is null ? Full : OneAmongMany;
        Table.Write(report, dataSet.Name, measures, FullRanking.Run(dataSet, LineUp.For(dataSet)));
        if (dataSet.HasTimes) WriteNewcomers(report, dataSet);
    }

    private static string Order(DataSet dataSet) => !dataSet.HasTimes || dataSet.IsSessions ? ""
        : dataSet.LaterShare() > 0.99 ? ", which is the later part of each history"
        : ", which lies anywhere in the histories";

    private static void WriteSessions(TextWriter report, DataSet dataSet)
    {
        report.WriteLine("Next click, items the session has seen left out:");
        report.WriteLine();
        Table.Write(report, dataSet.Name, Next, NextClick.Run(dataSet, leaveOutSeen: true, LineUp.ForSessions()));
        report.WriteLine("Every next click, seen items among them:");
        report.WriteLine();
        Table.Write(report, null, Next, NextClick.Run(dataSet, leaveOutSeen: false, LineUp.ForSessions()));
    }

    private static void WriteNewcomers(TextWriter report, DataSet dataSet)
    {
        foreach (var (k, figures) in FewInteractions.Run(dataSet, LineUp.ForNewcomers(dataSet)))
        {
            if (figures.Count == 0) continue;
            report.WriteLine($"Newcomers, {(k == 1 ? "one event" : $"the first {k} events")} known:");
            report.WriteLine();
            Table.Write(report, null, Newcomer, figures);
        }
    }
}
