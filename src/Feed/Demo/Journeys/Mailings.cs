using System.Globalization;
using PersonalizationEngine.Feed.Demo.Chance;
using PersonalizationEngine.Feed.Demo.Population;

namespace PersonalizationEngine.Feed.Demo.Journeys;

/// <summary>The vendor's mails, and what a person does with one.</summary>
internal static class Mailings
{
    private const double DaysBetweenNewsletters = 5;
    private static readonly TimeSpan FollowUpAfter = TimeSpan.FromHours(44);

    public static IEnumerable<Moment.Mailing> Newsletters(DemoPlan plan)
    {
        var first = plan.Start.AddDays(2);
        for (var number = 1; first.AddDays((number - 1) * DaysBetweenNewsletters) is var at && at < plan.Now; number++)
            yield return new Moment.Mailing(at, "newsletter-" + number.ToString("00", CultureInfo.InvariantCulture));
    }

    /// <summary>The mail that follows a form.</summary>
    public static Moment.Mailing FollowUp(DateTimeOffset formSentAt, int number) =>
        new(formSentAt + FollowUpAfter, "follow-up-" + number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Opens the mail or not, clicks in it or not.</summary>
    /// <returns>The visit a click begins, if there was one.</returns>
    public static Moment.Visit? Receive(
        Moment.Mailing mailing, Person person, ItemChooser chooser, Shown shown, Timeline timeline, Dice dice)
    {
        if (!dice.Chance(Habits.ChanceOfOpening(person.Intent))) return null;
        var opened = After(mailing.At, 120 + dice.Exponential(7 * 3600));
        if (!timeline.Add(CustomerFacts.Email(person, "email.opened", mailing.Campaign, opened))) return null;
        if (!dice.Chance(Habits.ChanceOfClicking(person.Intent))) return null;

        var clicked = After(opened, 4 + dice.Exponential(40));
        if (chooser.Next(clicked) is not { } item) return null;
        var click = CustomerFacts.Email(person, "email.clicked", mailing.Campaign, clicked, Site.Url(item.Path));
        if (!timeline.Add(click)) return null;
        shown.EmailClicks++;
        return new Moment.Visit(After(clicked, dice.Between(1, 3)), Entry.FromEmail(mailing.Campaign), item);
    }

    private static DateTimeOffset After(DateTimeOffset instant, double seconds) =>
        instant.AddMilliseconds(Math.Round(seconds * 1000));
}
