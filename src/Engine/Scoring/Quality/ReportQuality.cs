using PersonalizationEngine.Engine.Scoring.Models;

namespace PersonalizationEngine.Engine.Scoring.Quality;

/// <summary>
/// Judges scores by what became of people: at regular instants, what was known then, and who converted within the horizon. A
/// score of after the conversion is never looked at.
/// </summary>
public sealed class ReportQuality(ReadLooks looks, LeadModels models, ScoringRules rules)
{
    private const int Decimals = 2;

    /// <returns>Null when no model has the key.</returns>
    public async Task<QualityReport?> RunAsync(QualityQuestion question, QualityPeriod by, CancellationToken cancellationToken)
    {
        var model = question.Model is { } key ? await models.FindAsync(key, cancellationToken) : null;
        if (question.Model is not null && model is null) return null;
        var judged = new ScoreAtLook(model is null ? null : await models.CompileAsync(model.Value with { Id = model.Id }, cancellationToken), rules);
        var plan = await looks.PlanAsync(question, cancellationToken);
        QualityTally all = new(), earlier = new(), later = new();
        var periods = new SortedDictionary<DateTimeOffset, QualityTally>();
        var open = new List<QualityTally>();
        await foreach (var person in looks.RunAsync(plan, cancellationToken, judged.ActsFor))
        {
            open.Clear();
            foreach (var look in Judged(judged, person))
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
            before, after,
            judged.Model?.Model.Calibration is { } calibration
                ? SaidProbabilities.OfModel(calibration, before, later.Counts)
                : SaidProbabilities.OfSegments(before, after));
    }

    /// <summary>Looks with the score that is judged. Where it goes by the profile, those of before its last change are left out.</summary>
    private static IEnumerable<PersonLook> Judged(ScoreAtLook judged, PersonLooks person)
    {
        if (judged.Model is null) return person.Looks;
        var profile = ScoreAtLook.ProfileOf(person);
        var since = judged.AsksProfile ? ScoreAtLook.ProfileSince(person) : DateTimeOffset.MinValue;
        return person.Looks.Where(look => look.At >= since).Select(look =>
        {
            var (sum, segment) = judged.Of(person, look, profile);
            return look with { Score = Math.Round((decimal)sum, Decimals), Segment = segment };
        });
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
