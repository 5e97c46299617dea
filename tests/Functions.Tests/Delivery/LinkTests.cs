using System.Net;
using System.Text.RegularExpressions;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Delivery;

/// <summary>Links of messages lead on, are counted once, and cannot be forged.</summary>
public sealed partial class LinkTests(MessagingEngine engine) : IClassFixture<MessagingEngine>
{
    private const string Person = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36", Target = "https://shop.example/offers?a=1&b=%C3%BC#top";

    [Fact]
    public async Task Click_ByAPerson_LeadsOnAndCountsOnce()
    {
        var user = await engine.PersonAsync();
        var email = await engine.PreviewAsync(user, "email", MessagingEngine.Email(
            "x", "<a href=\"https://shop.example/offers?a=1&amp;b=%C3%BC#top\">x</a> <a href='mailto:a@b.example'>m</a> <a href=\"{{ unsubscribe_url }}\">u</a><img src=\"https://shop.example/p.png\">"));
        var links = Links().Matches((string)email["html"]!).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).ToList();
        Assert.Equal(["c", "mailto:a@b.example", "u"], links.Select(link => link.StartsWith("http", StringComparison.Ordinal) ? new Uri(link).Segments[1].Trim('/') : link));
        Assert.Contains("src=\"https://shop.example/p.png\"", (string)email["html"]!, StringComparison.Ordinal);
        var path = MessagingEngine.PathOf(links[0]);
        engine.Sends(MessagingEngine.PreviewedMessage, user, "email");

        foreach (var agent in new[] { "Googlebot/2.1", "", "python-requests/2.0" }) Assert.Equal(Target, await LocationAsync(HttpMethod.Get, path, agent));
        Assert.Equal(Target, await LocationAsync(HttpMethod.Head, path, Person));
        Assert.Equal(Target, await LocationAsync(HttpMethod.Get, path, Person, ("Sec-Purpose", "prefetch;prerender")));
        Assert.Equal(0m, await engine.Client.FactorAsync(user, "email_clicks"));

        Assert.Equal(Target, await LocationAsync(HttpMethod.Get, path, Person));
        Assert.Equal(Target, await LocationAsync(HttpMethod.Get, path, Person));
        Assert.Equal(1m, await engine.Client.FactorAsync(user, "email_clicks"));
        Assert.Equal(1, engine.Store.Count("select count(*) from deliveries where message_id = @id and clicked_at > 0 and delivered_at > 0", ("@id", MessagingEngine.PreviewedMessage)));

        var picture = MessagingEngine.PathOf(Pictures().Match((string)email["html"]!).Groups[1].Value);
        using var seen = await AskAsync(HttpMethod.Get, picture, Person);
        Assert.Equal((HttpStatusCode.OK, "image/gif"), (seen.StatusCode, seen.Content.Headers.ContentType!.MediaType));
        Assert.Equal(1m, await engine.Client.FactorAsync(user, "email_opens"));
    }

    [Fact]
    public async Task Click_AnyCharacterOfTheTokenChanged_Is404()
    {
        var user = await engine.PersonAsync();
        var email = await engine.PreviewAsync(user, "email", MessagingEngine.Email("x", "<a href=\"https://shop.example/\">x</a>"));
        var path = MessagingEngine.PathOf(Links().Match((string)email["html"]!).Groups[1].Value);

        for (var at = "/c/".Length; at < path.Length; at++)
        {
            var changed = path[..at] + (path[at] == 'A' ? 'B' : 'A') + path[(at + 1)..];
            using var answer = await AskAsync(HttpMethod.Get, changed, Person);
            Assert.Equal((HttpStatusCode.NotFound, null), (answer.StatusCode, answer.Headers.Location));
        }

        foreach (var wrong in new[] { "/c/x", "/c/aHR0cHM6Ly9ldmlsLmV4YW1wbGU", $"/o{path[2..]}", $"/u{path[2..]}", $"/preferences{path[2..]}", "/c/%00" })
        {
            using var answer = await AskAsync(HttpMethod.Get, wrong, Person);
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, wrong);
        }
    }

    [Fact]
    public async Task Sms_ThatAsksForTracking_HasShorterAddressesOfOurs()
    {
        var user = await engine.PersonAsync();
        var template = MessagingEngine.Email("x", "x");
        template["channels"] = System.Text.Json.Nodes.JsonNode.Parse("""{"sms":{"text":"Look: https://shop.example/a?b=1. Bye"}}""");

        Assert.Equal("Look: https://shop.example/a?b=1. Bye", (string)(await engine.PreviewAsync(user, "sms", template))["text"]!);
        template["track_links"] = System.Text.Json.Nodes.JsonNode.Parse("""{"sms":true}""");
        var text = (string)(await engine.PreviewAsync(user, "sms", template))["text"]!;

        Assert.Matches($"^Look: {Regex.Escape(MessagingEngine.Home)}/c/[A-Za-z0-9_-]+\\. Bye$", text);
        Assert.Equal("https://shop.example/a?b=1", await LocationAsync(HttpMethod.Get, MessagingEngine.PathOf(text["Look: ".Length..^". Bye".Length]), Person));
    }

    [GeneratedRegex("href=[\"']([^\"']*)[\"']")]
    private static partial Regex Links();

    [GeneratedRegex("src=\"(https://mail[^\"]*)\"")]
    private static partial Regex Pictures();

    private async Task<string?> LocationAsync(HttpMethod method, string path, string agent, params (string Name, string Value)[] headers)
    {
        using var answer = await AskAsync(method, path, agent, headers);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.NonValidated["Location"].ToString();
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, string agent, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = engine.Client.Address };
        using var request = new HttpRequestMessage(method, path);
        if (agent.Length > 0) request.Headers.TryAddWithoutValidation("User-Agent", agent);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request);
    }
}
