using PersonalizationEngine.Engine.Ingestion.People;
using PersonalizationEngine.Engine.Scoring.Quality;

namespace PersonalizationEngine.Engine.Tests.Scoring.Quality;

public sealed class LookPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_NothingAsked_BeginsOnAMondayAndEndsBeforeTheHorizon()
    {
        var plan = LookPlan.Of(QualityQuestion.Default, Now.AddDays(-60), Now);

        Assert.Equal((DayOfWeek.Monday, Now.AddDays(-30)), (plan.From.DayOfWeek, plan.Until));
        Assert.True(plan.From <= Now.AddDays(-60) && plan.From > Now.AddDays(-67));
        Assert.True(plan.NotOverYet);
    }

    [Fact]
    public void At_WhoConverts_IsNotLookedAtFromThenOn()
    {
        var plan = LookPlan.Of(QualityQuestion.Default with { From = Now.AddDays(-100) }, null, Now);
        var converted = Now.AddDays(-86);

        var looks = plan.At(Person(Now.AddDays(-200), converted));

        Assert.Equal([Now.AddDays(-100), Now.AddDays(-93)], looks);
        Assert.True(plan.Counts(converted, looks[1]));
        Assert.False(plan.Counts(converted, converted));
        Assert.False(plan.Counts(converted, converted.AddDays(-30).AddTicks(-1)));
        Assert.True(plan.Counts(converted, converted.AddDays(-30)));
    }

    [Fact]
    public void At_Age_IsOneLookWithinTheTime()
    {
        var plan = LookPlan.Of(QualityQuestion.Default with { From = Now.AddDays(-100), Age = TimeSpan.FromDays(7) }, null, Now);

        Assert.Equal([Now.AddDays(-93)], plan.At(Person(Now.AddDays(-100), null)));
        Assert.Empty(plan.At(Person(Now.AddDays(-108), null)));
        Assert.Empty(plan.At(Person(Now.AddDays(-37), null)));
        Assert.Empty(plan.At(Person(null, null)));
        Assert.Empty(plan.At(Person(Now.AddDays(-100), Now.AddDays(-93))));
    }

    private static LeadOutcome Person(DateTimeOffset? firstSeen, DateTimeOffset? converted) =>
        new(new PersonWithConsents(PersonRecord.New("p", Now) with { FirstSeenAt = firstSeen }, []), converted);
}
