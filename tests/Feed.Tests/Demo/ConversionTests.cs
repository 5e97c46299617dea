using PersonalizationEngine.Feed.Demo.Journeys;
using PersonalizationEngine.Feed.Demo.Wire;

namespace Feed.Tests.Demo;

public sealed class ConversionTests(DefaultMonth fixture)
{
    [Fact]
    public void Conversions_OfTheMonth_BelongToTheKeen()
    {
        var known = fixture.Month.People.Where(month => month.Person.UserId is not null).ToList();
        var converted = known.Where(month => month.Converted).ToList();
        var others = known.Where(month => !month.Converted).ToList();

        Assert.InRange(converted.Count, 70, 200);
        Assert.True(converted.Average(month => month.Person.Intent) > others.Average(month => month.Person.Intent) + 0.2);
    }

    [Fact]
    public void Conversions_OfTheMonth_ComeAfterSomethingWasShown()
    {
        var firstSeen = fixture.Sent.Where(sent => sent.Endpoint.Name == "rybbit").GroupBy(fixture.Identities.PersonOf)
            .ToDictionary(person => person.Key, person => person.Min(sent => sent.At));

        Assert.All(
            fixture.Sent.Where(sent => sent.Type == "lead.converted"),
            sent => Assert.True(sent.At > firstSeen[fixture.Identities.PersonOf(sent)].AddHours(6)));
    }

    [Fact]
    public void Probability_OfAsking_ExceedsThatOfTheSameIntentWithoutIt()
    {
        var asked = new Shown();
        asked.AskedForDemo(DefaultMonth.Plan.Start);

        Assert.True(Conversion.Probability(0.5, asked) > 3 * Conversion.Probability(0.5, new Shown()));
        Assert.True(Conversion.Probability(0.9, new Shown()) > Conversion.Probability(0.1, new Shown()));
    }
}
