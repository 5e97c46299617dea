namespace PersonalizationEngine.Feed.Demo.Journeys;

/// <summary>What a person has shown so far; with the latent intent it decides who becomes a customer.</summary>
internal sealed class Shown
{
    public int PricingVisits { get; private set; }
    public int Webinars { get; private set; }
    public int Forms { get; private set; }
    public int EmailClicks { get; set; }
    public int DemoRequests { get; private set; }
    public DateTimeOffset? LastDemoRequest { get; private set; }
    public List<DateTimeOffset> Visits { get; } = [];
    public HashSet<string> FormsSent { get; } = [];

    public void Saw(string path)
    {
        if (path == Site.Pricing) PricingVisits++;
        if (path.StartsWith("/webinars/", StringComparison.Ordinal)) Webinars++;
    }

    public void Sent(SiteForm form, string path)
    {
        Forms++;
        FormsSent.Add(KeyOf(form, path));
    }

    public void AskedForDemo(DateTimeOffset at)
    {
        DemoRequests++;
        LastDemoRequest = at;
    }

    /// <summary>Whether that form was sent before; forms of guides and webinars count per page.</summary>
    public bool HasSent(SiteForm form, string path) => FormsSent.Contains(KeyOf(form, path));

    private static string KeyOf(SiteForm form, string path) =>
        form == SiteForm.GuideDownload || form == SiteForm.WebinarRegistration ? form.Id + path : form.Id;
}
