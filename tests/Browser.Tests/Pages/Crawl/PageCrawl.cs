using System.Net;
using System.Text.RegularExpressions;

namespace PersonalizationEngine.Browser.Tests.Pages.Crawl;

/// <summary>
/// Follows every link of every page from the overview on, as somebody would who clicks on everything. Of addresses that differ in
/// numbers and values alone, as those of a list's entries do, the first two are followed.
/// </summary>
public static partial class PageCrawl
{
    public const string Start = "/dashboard";

    private const int OfAShape = 2, OfAPath = 6;

    /// <summary>Somebody who is signed in.</summary>
    public static async Task<HttpClient> SignInAsync(Uri engine, string key)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = engine };
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("key", key)]);
        using var answer = await http.PostAsync("/dashboard/sign-in", content);
        return answer.StatusCode == HttpStatusCode.SeeOther ? http : throw new InvalidOperationException($"Not let in: {(int)answer.StatusCode}.");
    }

    /// <param name="further">Addresses to begin at beside the overview.</param>
    /// <returns>In the order they were found.</returns>
    public static async Task<IReadOnlyList<FoundPage>> RunAsync(HttpClient http, params IReadOnlyList<string> further)
    {
        var (found, shapes, paths) = (new List<FoundPage>(), new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var known = new HashSet<string>(StringComparer.Ordinal) { Start };
        var ahead = new Queue<(string Address, string From)>([(Start, Start), .. further.Select(address => (address, Start))]);
        while (ahead.TryDequeue(out var next))
        {
            if (!Counts(shapes, Shape(next.Address), OfAShape) || !Counts(paths, Digits().Replace(next.Address.Split('?')[0], "0"), OfAPath)) continue;
            var page = await GetAsync(http, next.Address, next.From);
            found.Add(page);
            if (!page.IsPage) continue;
            foreach (var address in PageLinks.Pages(page).Where(known.Add)) ahead.Enqueue((address, page.Address));
        }

        return found;
    }

    public static async Task<FoundPage> GetAsync(HttpClient http, string address, string from)
    {
        using var answer = await http.GetAsync(address);
        return new FoundPage(address, from, (int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType ?? "", await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The address without the values in it.</summary>
    private static string Shape(string address)
    {
        var parts = address.Split('?', 2);
        IEnumerable<string> parameters = parts.Length < 2 ? [] : parts[1].Split('&').Select(one => one.Split('=')[0]).Order(StringComparer.Ordinal);
        return $"{Digits().Replace(parts[0], "0")}?{string.Join('&', parameters)}";
    }

    private static bool Counts(Dictionary<string, int> counts, string key, int most)
    {
        counts[key] = counts.GetValueOrDefault(key) + 1;
        return counts[key] <= most;
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
