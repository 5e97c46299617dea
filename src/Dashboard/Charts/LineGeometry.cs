namespace PersonalizationEngine.Dashboard.Charts;

/// <summary>Where on the drawing of a line chart an instant and a value are.</summary>
internal sealed record LineGeometry(Scale Scale, DateTimeOffset From, DateTimeOffset To)
{
    public const double Width = 640, Height = 240, Left = 52, Right = 12, Top = 12, Bottom = 28;

    public static LineGeometry Of(IReadOnlyList<ChartSeries> series, double? target, bool fromZero)
    {
        var points = series.SelectMany(one => one.Points).ToList();
        var values = points.SelectMany(point => new[] { point.Value, point.Low, point.High }).Append(target).OfType<double>();
        var (from, to) = points.Count == 0 ? (default, default) : (points.Min(point => point.At), points.Max(point => point.At));
        return new LineGeometry(Scale.Of(values, fromZero), from, to > from ? to : from.AddSeconds(1));
    }

    public double X(DateTimeOffset at) => Left + ((at - From) / (To - From) * (Width - Left - Right));

    public double Y(double value) => Top + ((1 - Scale.Share(value)) * (Height - Top - Bottom));

    public (double X, double Y) Of(ChartPoint point) => (X(point.At), Y(point.Value!.Value));

    /// <summary>Runs of points without a gap in between.</summary>
    public static IEnumerable<IReadOnlyList<ChartPoint>> Runs(ChartSeries series)
    {
        List<ChartPoint> run = [];
        foreach (var point in series.Points)
        {
            if (point.Value is not null) run.Add(point);
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0) yield return run;
    }

    /// <summary>The area between the ends of the intervals.</summary>
    public string Band(IReadOnlyList<ChartPoint> run)
    {
        var known = run.Where(point => point.Low is not null && point.High is not null).ToList();
        return known.Count < 2 ? "" : Coordinate.Path(known.Select(point => (X(point.At), Y(point.High!.Value)))
            .Concat(known.AsEnumerable().Reverse().Select(point => (X(point.At), Y(point.Low!.Value))))) + "Z";
    }

    /// <summary>Up to five instants below the axis; where they would all read the same, the first alone.</summary>
    public IEnumerable<DateTimeOffset> Instants()
    {
        const int Count = 4;
        var shown = To - From < TimeSpan.FromMinutes(Count) ? 0 : Count;
        for (var index = 0; index <= shown; index++) yield return From + ((To - From) * index / Count);
    }
}
