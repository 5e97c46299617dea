using System.Text.Json.Nodes;
using PersonalizationEngine.Feed.Demo.Population;
using PersonalizationEngine.Feed.Demo.Wire;

namespace PersonalizationEngine.Feed.Demo.Journeys;

/// <summary>Writes one visit into a person's timeline, keeping its clock.</summary>
internal sealed class VisitRecorder(
    Person person, Recognition recognition, Timeline timeline, VisitContext visit, Entry entry, DateTimeOffset start)
{
    private string _path = Site.Home;
    private bool _isFirstPage = true;

    public DateTimeOffset Clock { get; private set; } = start;
    public Device Device => visit.Device;

    public void Wait(double seconds) => Clock = Clock.AddMilliseconds(Math.Round(seconds * 1000));

    public void View(string path, string title)
    {
        _path = path;
        Add("pageview", view => view with
        {
            Title = title,
            Query = _isFirstPage ? entry.Query : null,
            Referrer = _isFirstPage ? entry.Referrer : null,
        });
        _isFirstPage = false;
    }

    public void Measure(WebVitals vitals) =>
        Add("performance", measured => measured with { EventName = "web-vitals", Vitals = vitals });

    /// <summary>An event of another type on the page that is open.</summary>
    public void Do(string type, string? name, JsonObject properties) =>
        Add(type, done => done with { EventName = name, Properties = properties });

    public void Submit(SiteForm form) => Do("form_submit", null, form.ToProperties());

    /// <summary>The person gives their name on this device; the platform hears of somebody new a little later.</summary>
    public void Identify()
    {
        if (!recognition.CanIdentifyOn(visit.Device)) return;
        var isNew = recognition.Identify(visit.Device);
        Add("identify", identified => identified with
        {
            Traits = new JsonObject { ["name"] = person.Contact!.Name, ["email"] = person.Contact.Email },
        });
        if (!isNew) return;
        timeline.Add(CustomerFacts.Upserted(person, Clock.AddSeconds(20)));
        timeline.Add(CustomerFacts.Consented(person, Clock.AddSeconds(21)));
    }

    private void Add(string type, Func<Behaviour, Behaviour> complete) =>
        timeline.Add(complete(new Behaviour(Clock, type, recognition.IdsOn(visit.Device), visit, _path)));
}
