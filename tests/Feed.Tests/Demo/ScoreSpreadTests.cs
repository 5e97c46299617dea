using PersonalizationEngine.Feed.Demo.Wire;

namespace Feed.Tests.Demo;

public sealed class ScoreSpreadTests(DefaultMonth fixture)
{
    [Fact]
    public void Scores_OfTheDefaultMonth_SpreadOverAllSegments()
    {
        var scores = LeadScores.At(DefaultMonth.Plan.Now, fixture.Sent, fixture.Identities).Values;
        double Share(double least, double below) => scores.Count(score => score >= least && score < below) / (double)scores.Count;

        Assert.InRange(Share(0, 20), 0.62, 0.77);
        Assert.InRange(Share(20, 50), 0.12, 0.25);
        Assert.InRange(Share(50, 80), 0.04, 0.12);
        Assert.InRange(Share(80, double.MaxValue), 0.03, 0.09);
    }

    [Theory]
    [InlineData("lena-cold", 0, 15)]
    [InlineData("marc-warm", 25, 40)]
    [InlineData("sofia-ready", 95, 130)]
    public void Scores_OfThePersonas_StayInTheirSegmentForADay(string persona, double least, double most)
    {
        foreach (var hours in (int[])[0, 12, 24])
        {
            var scores = LeadScores.At(DefaultMonth.Plan.Now.AddHours(hours), fixture.Sent, fixture.Identities);
            Assert.InRange(scores[persona], least, most);
        }
    }

    [Fact]
    public void Scores_OfIdentifiedPeople_RiseWithIntent()
    {
        var scores = LeadScores.At(DefaultMonth.Plan.Now, fixture.Sent, fixture.Identities);
        var means = fixture.Month.People.Select(month => month.Person).Where(person => scores.ContainsKey(person.UserId ?? ""))
            .GroupBy(person => (int)(person.Intent * 4)).OrderBy(quarter => quarter.Key)
            .Select(quarter => quarter.Average(person => scores[person.UserId!])).ToList();

        Assert.Equal(means.Order(), means);
        Assert.True(means[^1] > 5 * means[0]);
    }
}
