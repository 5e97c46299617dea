using System.Text.Json.Nodes;
using PersonalizationEngine.Feed.Demo.Chance;
using PersonalizationEngine.Feed.Demo.Journeys;
using PersonalizationEngine.Feed.Demo.Population;
using PersonalizationEngine.Feed.Demo.Wire;

namespace PersonalizationEngine.Feed.Demo.Personas;

/// <summary>Plays a persona's written month.</summary>
internal sealed class PersonaJourney(Persona persona, Person person, DemoPlan plan, PersonaReading reading, Dice dice)
{
    private const double DaysOfTheScript = 28;

    private readonly Timeline _timeline = new(plan.Now);
    private readonly Recognition _recognition = new(person);

    public PersonMonth Play()
    {
        foreach (var visit in persona.Visits) Play(visit);
        for (var index = 0; index < persona.Emails.Length; index++) Receive(persona.Emails[index], $"newsletter-{index + 1:00}");
        return new PersonMonth(person, _timeline.Events, Converted: false);
    }

    private void Play(PersonaVisit visit)
    {
        var context = new VisitContext(dice.Hex(14), person.Devices[0], person.Language, PropertiesAsText: false);
        var entry = Entry.For(visit.Channel, dice);
        var recorder = new VisitRecorder(person, _recognition, _timeline, context, entry, At(visit.DaysAgo, visit.Hour));
        foreach (var step in visit.Pages.Select(PageStep.Parse))
        {
            var (path, title) = reading.Open(step.Page, recorder.Clock);
            recorder.View(path, title);
            recorder.Wait(1.5);
            recorder.Measure(WebVitals.Draw(dice, mobile: false));
            recorder.Wait(step.Seconds * dice.Between(0.9, 1.1));
            recorder.Do("custom_event", "scroll_depth", new JsonObject { ["percent"] = 75 });
            if (step.Form is null) continue;
            recorder.Submit(SiteForm.WithId(step.Form));
            recorder.Wait(2);
            recorder.Identify();
        }
    }

    private void Receive(PersonaEmail email, string campaign)
    {
        var at = At(email.DaysAgo, email.Hour);
        if (email.Opened) _timeline.Add(CustomerFacts.Email(person, "email.opened", campaign, at));
        if (!email.Clicked) return;
        _timeline.Add(CustomerFacts.Email(person, "email.clicked", campaign, at.AddSeconds(25), Site.Url(Site.Home)));
    }

    /// <summary>In a shorter month the script is played faster.</summary>
    private DateTimeOffset At(int daysAgo, double hour)
    {
        var days = Math.Max(1, Math.Round(daysAgo * Math.Min(1, plan.Days / DaysOfTheScript)));
        return new DateTimeOffset(plan.Now.UtcDateTime.Date, TimeSpan.Zero).AddDays(-days).AddSeconds(Math.Round(hour * 3600));
    }
}
