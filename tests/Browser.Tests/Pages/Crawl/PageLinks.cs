using System.Net;
using System.Text.RegularExpressions;

namespace PersonalizationEngine.Browser.Tests.Pages.Crawl;

/// <summary>Reads what a page leads to out of its text.</summary>
public static partial class PageLinks
{
    private const string Beginning = "/dashboard";

    /// <summary>Addresses of other pages of the dashboard, those of forms that only ask included, without what stands behind a <c>#</c>.</summary>
    public static IEnumerable<string> Pages(FoundPage page) =>
        from match in Links().Matches(page.Text).Concat(AskingForms().Matches(page.Text))
        let address = Absolute(page.Path, WebUtility.HtmlDecode(match.Groups[1].Value).Split('#')[0])
        where address == Beginning || address.StartsWith($"{Beginning}/", StringComparison.Ordinal) || address.StartsWith($"{Beginning}?", StringComparison.Ordinal)
        where !address.StartsWith($"{Beginning}/assets/", StringComparison.Ordinal)
        select address;

    /// <summary>Styles, scripts and pictures that a browser loads with the page.</summary>
    public static IEnumerable<string> Assets(FoundPage page) => Files().Matches(page.Text).Select(match => WebUtility.HtmlDecode(match.Value)).Distinct(StringComparer.Ordinal);

    /// <summary>Names of fields, which are parameters of the query where a form only asks.</summary>
    public static IEnumerable<string> Fields(FoundPage page) => Names().Matches(page.Text).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct(StringComparer.Ordinal);

    private static string Absolute(string path, string address) => address.StartsWith('?') ? path + address : address;

    [GeneratedRegex("""<a\s[^>]*?href="([^"]*)""")]
    private static partial Regex Links();

    [GeneratedRegex("""<form\s(?![^>]*method="post")[^>]*?action="([^"]*)""")]
    private static partial Regex AskingForms();

    [GeneratedRegex("""/dashboard/assets/[^"]+""")]
    private static partial Regex Files();

    [GeneratedRegex("""<(?:input|select|textarea)\s[^>]*?name="([^"]+)""")]
    private static partial Regex Names();
}
