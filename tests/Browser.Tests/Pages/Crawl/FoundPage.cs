namespace PersonalizationEngine.Browser.Tests.Pages.Crawl;

/// <summary>What an address of the dashboard that some page links to has answered.</summary>
/// <param name="Address">With its query.</param>
/// <param name="From">The page with the link.</param>
/// <param name="MediaType">Without parameters.</param>
public sealed record FoundPage(string Address, string From, int Status, string MediaType, string Text)
{
    public string Path => Address.Split('?')[0];

    /// <summary>A page to look at, not a file to keep.</summary>
    public bool IsPage => Status == 200 && MediaType == "text/html";

    /// <summary>Its address as the name of a file: numbers stand for whatever they number.</summary>
    public string Name => string.Join('-', Address.Split(['/', '?', '&', '=', '%', '.', ':'], StringSplitOptions.RemoveEmptyEntries)
        .Skip(1).Select(part => part.Length > 24 ? part[..24] : part).DefaultIfEmpty("overview"));

    public override string ToString() => Address;
}
