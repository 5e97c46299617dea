using PersonalizationEngine.Feed.Demo.Chance;
using PersonalizationEngine.Feed.Demo.Population;

namespace PersonalizationEngine.Feed.Demo.Journeys;

/// <summary>
/// When a person comes by themselves: in office hours of their own place, seldom on weekends, and the keener they are the
/// more around the peak of their interest.
/// </summary>
internal static class VisitTimes
{
    private const double PeakWidth = 0.2;
    private const double ChanceOfKeepingWeekend = 0.25;
    private const int Tries = 30;

    public static IReadOnlyList<DateTimeOffset> Draw(Person person, DemoPlan plan, Dice dice)
    {
        var mean = Habits.Visits(person.Intent) * plan.Liveliness * dice.LogNormal(0.98, 0.2);
        var count = Math.Max(1, dice.Poisson(Math.Min(mean, 400)));
        return [.. Enumerable.Range(0, count).Select(_ => DrawOne(person, plan, dice)).Order()];
    }

    private static DateTimeOffset DrawOne(Person person, DemoPlan plan, Dice dice)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var local = AtLocalHour(plan.Start.AddDays(plan.Days * Moment(person, dice)), person.Location.HoursFromUtc, dice);
            if (local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && !dice.Chance(ChanceOfKeepingWeekend)) continue;
            var instant = local.AddHours(-person.Location.HoursFromUtc);
            if (instant >= plan.Start && instant < plan.Now) return instant;
        }

        return plan.Start.AddSeconds(Math.Floor(dice.Unit() * plan.Days * 86_400));
    }

    private static double Moment(Person person, Dice dice) =>
        dice.Chance(person.Intent) ? Math.Clamp(person.Peak + (PeakWidth * dice.Normal()), 0, 1) : dice.Unit();

    private static DateTimeOffset AtLocalHour(DateTimeOffset instant, double hoursFromUtc, Dice dice)
    {
        var local = instant.AddHours(hoursFromUtc);
        var hour = dice.Chance(0.85) ? Math.Clamp(12.8 + (2.9 * dice.Normal()), 6, 20) : dice.Between(6.5, 23.5);
        return new DateTimeOffset(local.Date, TimeSpan.Zero).AddSeconds(Math.Round(hour * 3600));
    }
}
