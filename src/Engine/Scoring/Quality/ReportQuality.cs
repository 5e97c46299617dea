namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <summary>
/// Judges scores by what became of people: at regular instants, what was known then, and who converted within the horizon. A
/// score of after the conversion is never looked at.
/// </summary>
public sealed class ReportQuality(ReadLooks looks)
{
    public async Task<QualityReport> RunAsync(QualityQuestion question, QualityPeriod by, CancellationToken cancellationToken)
    {
        var plan = await looks.PlanAsync(question, cancellationToken);
        QualityTally all = new(), earlier = new(), later = new();
        var periods = new SortedDictionary<DateTimeOffset, QualityTally>();
        var open = new List<QualityTally>();
        await foreach (var person in looks.RunAsync(plan, cancellationToken))
        {
            open.Clear();
            foreach (var look in person.Looks)
            {
                var begin = Begin(look.At, by);
                if (!periods.TryGetValue(begin, out var period)) periods[begin] = period = new QualityTally();
                foreach (var tally in (ReadOnlySpan<QualityTally>)[all, look.At < plan.Split ? earlier : later, period])
                {
                    tally.Add(look);
                    open.Add(tally);
                }
            }

            foreach (var tally in open) tally.EndPerson();
        }

        var (before, after) = (earlier.Complete(), later.Complete());
        return new QualityReport(
            plan, all.Complete(), [.. periods.Select(period => new PeriodQuality(period.Key, period.Value.Complete()))],
            before, after, SegmentProbabilities.Of(before, after));
    }

    private static DateTimeOffset Begin(DateTimeOffset look, QualityPeriod by)
    {
        var day = new DateTimeOffset(look.UtcDateTime.Date, TimeSpan.Zero);
        return by switch
        {
            QualityPeriod.Day => day,
            QualityPeriod.Month => day.AddDays(1 - day.Day),
            _ => LookPlan.Monday(look),
        };
    }
}
