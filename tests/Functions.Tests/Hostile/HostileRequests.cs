using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Hostile;

/// <summary>Requests to every endpoint, most of them wrong in some way. The same seed makes the same requests.</summary>
/// <param name="decision">The id of a real decision, so that reports on it get beyond the first check.</param>
internal sealed class HostileRequests(Uri engine, string decision, int seed)
{
    private static readonly (string Method, string Path, string Document)[] Endpoints =
    [
        ("GET", "api/v1/personalize/@", ""), ("GET", "api/v1/recommend/@", ""), ("POST", "api/v1/lead-score/@", ""),
        ("GET", "api/v1/segment/@", ""), ("POST", "api/v1/events", "feedback"), ("GET", "api/v1/health/ready", ""),
        ("GET", "api/v1/health/live", ""), ("GET", "api/v1/admin/rules", ""), ("POST", "api/v1/admin/rules", "rule"),
        ("GET", "api/v1/admin/rules/@", ""), ("PUT", "api/v1/admin/rules/@", "rule"), ("DELETE", "api/v1/admin/rules/@", ""),
        ("POST", "api/v1/admin/rules/preview", "preview"), ("GET", "api/v1/admin/experiments", ""),
        ("POST", "api/v1/admin/experiments", "experiment"), ("GET", "api/v1/admin/experiments/@", ""),
        ("PUT", "api/v1/admin/experiments/@", "experiment"), ("GET", "api/v1/admin/metrics/recommendations", ""), ("GET", "api/v1/admin/recommenders/logged", ""),
        ("GET", "api/v1/admin/refused-events", ""), ("POST", "api/v1/admin/refused-events/replay", "replay"),
        ("POST", "webhook/rybbit", "rybbit"), ("POST", "webhook/cdp", "cdp"), ("GET", "@", ""), ("POST", "api/v1/@", ""),
    ];

    private static readonly string[] Parameters =
        ["slots", "limit", "explain", "context.page", "context.", "context.x", "n", "offset", "category", "exclude", "cursor", "hours", "code", "zzz", ""];

    private readonly Random _random = new(seed);

    public HttpRequestMessage Next()
    {
        var (method, path, document) = Pick(Endpoints);
        if (_random.Next(12) == 0) method = Pick(HostileTexts.Methods);
        var address = $"{engine}{path.Replace("@", Id(), StringComparison.Ordinal)}{Query()}";
        // As written: dots, doubled slashes and escapes reach the server untouched.
        var request = new HttpRequestMessage(
            new HttpMethod(method), new Uri(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (method is "POST" or "PUT" or "PATCH" || _random.Next(20) == 0) request.Content = Content(document);
        AddHeaders(request);
        return request;
    }

    private ByteArrayContent Content(string document)
    {
        var content = new ByteArrayContent(HostileDocuments.Next(_random, document, decision));
        var type = _random.Next(3) == 0 ? Pick(HostileTexts.ContentTypes) : "application/json";
        if (type.Length > 0) content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    private void AddHeaders(HttpRequestMessage request)
    {
        var key = _random.Next(20) switch { 0 => null, 1 => Printable(HostileDocuments.HostileText(_random)), _ => EngineProcess.MasterKey };
        if (key is not null) request.Headers.TryAddWithoutValidation("x-functions-key", key);
        if (_random.Next(8) > 0) request.Headers.TryAddWithoutValidation("x-webhook-token", EngineProcess.Token);
        for (var i = _random.Next(3); i > 0; i--)
            request.Headers.TryAddWithoutValidation(Pick(HostileTexts.Headers), Printable(HostileDocuments.HostileText(_random)));
    }

    private string Id() => _random.Next(6) switch
    {
        0 => $"{_random.Next(1, 9)}",
        1 => _random.Next(2) == 0 ? "u" : $"person-{_random.Next(50)}",
        2 => new string('x', 1 << _random.Next(6, 12)),
        3 => Escaped(300),
        _ => Pick(HostileTexts.PathTricks),
    };

    private string Query()
    {
        var pairs = Enumerable.Range(0, _random.Next(5)).Select(_ => $"{Pick(Parameters)}={Value()}");
        return _random.Next(3) == 0 ? "" : $"?{string.Join('&', pairs)}";
    }

    private string Value() => _random.Next(3) == 0 ? Pick(HostileTexts.PathTricks) : Escaped(1500);

    private string Escaped(int most)
    {
        var text = HostileDocuments.HostileText(_random);
        return Uri.EscapeDataString(Sound(text.Length > most ? text[..most] : text));
    }

    /// <summary>What <see cref="Uri.EscapeDataString(string)"/> can write.</summary>
    private static string Sound(string text) => string.Concat(text.EnumerateRunes());

    private static string Printable(string text) => new([.. text.Where(character => character is >= ' ' and < '\u007f').Take(2000)]);

    private T Pick<T>(T[] choices) => choices[_random.Next(choices.Length)];
}
