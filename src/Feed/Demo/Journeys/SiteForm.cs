using System.Text.Json.Nodes;

namespace PersonalizationEngine.Feed.Demo.Journeys;

/// <summary>A form of the site, as Rybbit tells of its submission.</summary>
internal sealed record SiteForm(string Id, string Name, string Action, int Fields)
{
    public static readonly SiteForm Newsletter = new("newsletter", "Newsletter", "/newsletter", 2);
    public static readonly SiteForm GuideDownload = new("guide-download", "Guide download", "/guides/download", 4);
    public static readonly SiteForm WebinarRegistration =
        new("webinar-registration", "Webinar registration", "/webinars/register", 5);

    public static readonly SiteForm Contact = new("contact", "Talk to us", "/contact", 5);
    public static readonly SiteForm DemoRequest = new("demo-request", "Request a demo", "/demo", 6);

    private static readonly SiteForm[] All = [Newsletter, GuideDownload, WebinarRegistration, Contact, DemoRequest];

    public static SiteForm WithId(string id) => All.Single(form => form.Id == id);

    /// <summary>The form that stands on a page of that path, besides the demo's.</summary>
    public static SiteForm On(string path) => path.Split('/')[1] switch
    {
        "guides" => GuideDownload,
        "webinars" => WebinarRegistration,
        "contact" => Contact,
        _ => Newsletter,
    };

    public JsonObject ToProperties() => new()
    {
        ["formId"] = Id,
        ["formName"] = Name,
        ["formAction"] = Action,
        ["method"] = "post",
        ["fieldCount"] = Fields,
    };
}
