using CsCheck;
using PersonalizationEngine.Browser.Tests.Pages.Crawl;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Browser.Tests.Pages;

/// <summary>Addresses that no link has: whatever stands in them, the answer is a page, and never a failure of ours.</summary>
[Collection(FurnishedPages.Name)]
public sealed class QueryFuzzTests(FurnishedEngine engine)
{
    private const int Requests = 600;

    private static readonly string[] Usual =
        ["q", "id", "after", "before", "cursor", "page", "sort", "from", "to", "at", "kind", "status", "channel", "reason", "segment", "version", "days", "person", "limit", "to_version"];

    private static readonly string[] Odd =
    [
        "", " ", "0", "-1", "1", "99999999999999999999999", "9223372036854775807", "-9223372036854775808", "NaN", "1e400", "0x7f", "null", "true", "2026-02-30", "2026-11-24T00:00:00Z",
        "0001-01-01", "9999-12-31T23:59:59Z", "0000-00-00T00:00:00+99:99", "' or '1'='1", "%", "_", "\\", "\"><img src=x onerror=window.hit=1>", "<script>window.hit=1</script>", "{{7*7}}", "../../etc/passwd",
        "\u0000", "a\u0000b", "\uFFFD", "\u202Eevil", "é", "👩‍👩‍👧‍👦", "\r\nX-Injected: 1", "[]", "{\"$gt\":1}", "{", "AAAA", "====", "eyJhIjoxfQ", "person-0001", "tests-template", "hot_lead", "running", "email", "desc",
    ];

    [Fact]
    public async Task Pages_AskedWithAnything_AnswerWithAPage()
    {
        using var http = await PageCrawl.SignInAsync(engine.Address, EngineProcess.MasterKey);
        var found = await engine.FoundAsync();
        var fields = found.Where(page => page.IsPage).SelectMany(PageLinks.Fields);
        var inLinks = found.SelectMany(page => page.Address.Split('?', 2).Skip(1).SelectMany(query => query.Split('&')).Select(one => one.Split('=')[0]));
        string[] names = [.. Usual.Concat(fields).Concat(inLinks).Where(name => name != "csrf").Distinct(StringComparer.Ordinal)];
        var value = Gen.OneOf(Gen.OneOf(Odd), Gen.String[0, 40], Gen.Char['!', '~'].Array[0, 300].Select(text => new string(text)), Gen.Long.Select(number => $"{number}"));
        var query = Gen.Select(Gen.OneOf(names), value).Array[1, 4];
        var place = Gen.OneOf("0", "1", "2", "-1", "9223372036854775807", "99999999999999999999", "a", "%3Cscript%3E", "%2e%2e", "%F0%9F%91%A9");
        var route = Gen.OneOf([.. PageRoutes.Shown]);

        await Gen.Select(route, place, query).SampleAsync(
            async (template, number, parameters) =>
            {
                var address = $"{PageRoutes.Fill(template, number)}?{string.Join('&', parameters.Select(one => $"{Escape(one.Item1)}={Escape(one.Item2)}"))}";
                using var answer = await http.GetAsync(address);
                var type = answer.Content.Headers.ContentType?.MediaType;
                Assert.True((int)answer.StatusCode < 500, $"{address}: {(int)answer.StatusCode}");
                // What no function answers is the host's own 404, and a file is no page.
                var isPage = type == "text/html" || answer.Content.Headers.ContentDisposition is not null || (int)answer.StatusCode is 303 || ((int)answer.StatusCode is 400 or 404 && template.Contains('{', StringComparison.Ordinal));
                Assert.True(isPage, $"{address}: {(int)answer.StatusCode} {type}");
            },
            iter: Requests, threads: 1);
    }

    /// <summary>Half of a pair is no text that could be sent.</summary>
    private static string Escape(string text) => Uri.EscapeDataString(new string([.. text.Select(one => char.IsSurrogate(one) ? '?' : one)]));
}
