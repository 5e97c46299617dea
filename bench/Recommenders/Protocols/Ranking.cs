using PersonalizationEngine.Recommenders.Contenders;

namespace PersonalizationEngine.Recommenders.Protocols;

/// <summary>Trains a contender, ranks for every visitor on all cores, and averages.</summary>
internal static class Ranking
{
    /// <param name="relevant">What each of the visitors turned out to want; at least one item.</param>
    public static Figures Judge(
        IContender contender, TrainingPart training, IReadOnlyList<Visitor> visitors, IReadOnlyList<HashSet<int>> relevant)
    {
        using var fitted = Fitted.Of(contender, training);
        return Judge(fitted, training, visitors, relevant);
    }

    /// <inheritdoc cref="Judge(IContender, TrainingPart, IReadOnlyList{Visitor}, IReadOnlyList{HashSet{int}})"/>
    public static Figures Judge(
        Fitted fitted, TrainingPart training, IReadOnlyList<Visitor> visitors, IReadOnlyList<HashSet<int>> relevant)
    {
        var values = new double[visitors.Count * Measures.Names.Length];
        var isRecommended = new bool[training.DataSet.ItemCount];
        var started = Environment.CpuUsage.TotalTime;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, visitors.Count, parallel, () => new RankingRoom(training.DataSet.ItemCount), (place, _, room) =>
        {
            Span<int> ranking = stackalloc int[Measures.Depth];
            ranking = ranking[..fitted.Trained.Rank(visitors[place], room, ranking)];
            Measures.Write(ranking, relevant[place], values.AsSpan(place * Measures.Names.Length, Measures.Names.Length));
            foreach (var item in ranking[..Math.Min(10, ranking.Length)]) isRecommended[item] = true;
            return room;
        }, static _ => { });

        var spent = Environment.CpuUsage.TotalTime - started;
        return new Figures(
            fitted.Contender.Name,
            fitted.Trained.Chosen ?? fitted.Contender.Settings,
            Measures.Names.Index().ToDictionary(measure => measure.Item, measure => Mean(values, measure.Index)),
            isRecommended.Count(item => item) / (double)isRecommended.Length,
            fitted.Seconds,
            fitted.ProcessorSeconds,
            spent.TotalMicroseconds / visitors.Count);
    }

    private static double Mean(double[] values, int measure)
    {
        var sum = 0.0;
        for (var place = measure; place < values.Length; place += Measures.Names.Length) sum += values[place];
        return sum * Measures.Names.Length / values.Length;
    }
}
