using System.Text.Json.Nodes;
using PersonalizationEngine.Feed.Demo.Catalogue;
using PersonalizationEngine.Feed.Demo.Chance;
using PersonalizationEngine.Feed.Demo.Population;

namespace PersonalizationEngine.Feed.Demo.Journeys;

/// <summary>Walks one visit from page to page: what is opened, how long it is read, which forms are sent.</summary>
internal sealed class VisitWalk(Person person, ItemChooser chooser, Shown shown, DateTimeOffset now, Dice dice)
{
    private const int MaxDemoRequests = 2;
    private const double ShareAskedByEvent = 0.3;
    private const double ShareOfAnonymousForms = 0.2;
    private const double LongestPageSeconds = 20 * 60;

    /// <param name="landing">The item a link leads to, if the visit comes by one.</param>
    /// <param name="logsIn">Whether the person gives their name on the first page.</param>
    public void Walk(VisitRecorder visit, Entry entry, Item? landing, bool logsIn)
    {
        shown.Visits.Add(visit.Clock);
        var bounces = dice.Chance(Habits.ChanceOfBounce(person.Intent));
        var pages = bounces ? 1 : 2 + (int)dice.Exponential(Habits.FurtherPages(person.Intent));
        for (var page = 0; page < pages && visit.Clock <= now; page++)
        {
            var (path, title) = page == 0 ? First(entry, landing, visit.Clock) : Next(visit.Clock);
            visit.View(path, title);
            shown.Saw(path);
            var seconds = Math.Min(dice.LogNormal(Habits.SecondsOnPage(person.Intent), 0.8), LongestPageSeconds);
            Gestures.Play(visit, path, seconds, dice);
            if (page == 0 && logsIn) visit.Identify();
            if (path == Site.Demo) AskForDemo(visit);
            else Submit(visit, path);
        }
    }

    private (string Path, string Title) First(Entry entry, Item? landing, DateTimeOffset at)
    {
        if (landing is not null) return (landing.Path, landing.Title);
        var startsAtHome = entry.Channel is "direct" or "paid" && dice.Chance(0.6);
        return startsAtHome ? Page(Site.Home) : ItemOrHome(at);
    }

    private (string Path, string Title) Next(DateTimeOffset at)
    {
        if (dice.Chance(Habits.ChanceOfDemoPage(person.Intent))) return Page(Site.Demo);
        if (dice.Chance(Habits.ChanceOfPricing(person.Intent))) return Page(Site.Pricing);
        return dice.Unit() switch
        {
            < 0.22 => Page(dice.Pick(Site.Overviews)),
            < 0.23 => Page(Site.Contact),
            _ => ItemOrHome(at),
        };
    }

    private (string Path, string Title) ItemOrHome(DateTimeOffset at) =>
        chooser.Next(at) is { } item ? (item.Path, item.Title) : Page(Site.Home);

    private static (string Path, string Title) Page(string path) => (path, Site.TitleOf(path));

    private void Submit(VisitRecorder visit, string path)
    {
        var form = SiteForm.On(path);
        var chance = Habits.ChanceOfForm(person.Intent) * (person.UserId is null ? ShareOfAnonymousForms : 1)
            * (form == SiteForm.Newsletter ? 0.25 : 1.5);
        if (visit.Clock > now || shown.HasSent(form, path) || !dice.Chance(chance)) return;
        visit.Submit(form);
        shown.Sent(form, path);
        visit.Wait(dice.Between(1, 3));
        visit.Identify();
    }

    private void AskForDemo(VisitRecorder visit)
    {
        if (person.UserId is null || shown.DemoRequests >= MaxDemoRequests || visit.Clock > now) return;
        var askedInThisVisit = shown.LastDemoRequest >= shown.Visits[^1];
        if (askedInThisVisit || !dice.Chance(Habits.ChanceOfAsking(person.Intent))) return;
        if (dice.Chance(ShareAskedByEvent)) visit.Do("custom_event", "demo_request", new JsonObject { ["source"] = "calendar" });
        else visit.Submit(SiteForm.DemoRequest);
        shown.AskedForDemo(visit.Clock);
        visit.Wait(dice.Between(1, 3));
        visit.Identify();
    }
}
