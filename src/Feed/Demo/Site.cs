namespace PersonalizationEngine.Feed.Demo;

/// <summary>The made-up vendor's site: pages beside the catalogue's items.</summary>
internal static class Site
{
    public const string Id = "1";
    public const string Host = "www.brightquay.example";
    public const string Name = "Brightquay";

    public const string Home = "/";
    public const string Pricing = "/pricing";
    public const string Demo = "/demo";
    public const string Docs = "/docs";
    public const string Customers = "/customers";
    public const string About = "/about";
    public const string Contact = "/contact";

    /// <summary>Where people look around; the overviews of blog, guides and webinars among them.</summary>
    public static IReadOnlyList<string> Overviews { get; } = [Home, "/blog", "/guides", "/webinars", Docs, Customers, About];

    public static string Url(string path) => $"https://{Host}{path}";

    /// <summary>The title of a page that is not an item.</summary>
    public static string TitleOf(string path) => path switch
    {
        Home => $"{Name}: answers from your own data",
        Pricing => $"Plans and prices | {Name}",
        Demo => $"See it with your data | {Name}",
        Contact => $"Talk to us | {Name}",
        _ => $"{char.ToUpperInvariant(path[1])}{path[2..]} | {Name}",
    };
}
