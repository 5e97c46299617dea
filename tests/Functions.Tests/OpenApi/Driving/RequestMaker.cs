using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PersonalizationEngine.Functions.Tests.OpenApi.Driving;

/// <summary>Makes requests to operations out of the document alone: such as fit it, and such as do not in one way or another.</summary>
internal sealed class RequestMaker(ApiDescription api, Uri engine, Vocabulary vocabulary, IReadOnlyDictionary<string, string[]> secrets, int seed)
{
    private static readonly string[] OddTexts =
        ["", " ", "%00", "a%00b", "%ED%A0%80", "%", "%zz", "..", "../..", "%2F", "%2e%2e%2f", "-1", "0", "1e3", "99999999999999999999", "NaN", "true", "null", "[]", "{}", "{%22$or%22:[]}", "%F0%9F%91%A9", "%E2%80%AE", "'%20or%201=1", "a,b,,c", "+", "%0d%0aX:%20y"];

    private static readonly string[] OddTypes = ["text/plain", "application/xml", "multipart/form-data; boundary=x", "application/json; charset=utf-16", "", "not a type", "application/x-www-form-urlencoded"];

    private readonly Random _random = new(seed);
    private readonly SampleMaker _samples = new(api, new Random(seed + 1), vocabulary);

    /// <summary>The request that the document itself shows.</summary>
    public HttpRequestMessage Example(ApiOperation operation) => Build(
        operation, parameter => parameter["example"] ?? (parameter["required"] is not null ? api.Resolve(parameter["schema"]!)["default"] : null), operation.Body?["example"] is { } body ? Bytes(body) : null);

    public HttpRequestMessage Valid(ApiOperation operation)
    {
        Vocabulary.For(operation);
        return Build(operation, Sample, operation.Body is { } body ? Bytes(_samples.Make(body["schema"]!)) : null);
    }

    public HttpRequestMessage Wrong(ApiOperation operation)
    {
        Vocabulary.For(operation);
        var wrongs = _random.Next(1, 8);
        var body = operation.Body is { } described ? _samples.Make(described["schema"]!) : null;
        var bytes = operation.Body is null ? null : wrongs is 1 or 2 or 3 or 4 ? BodyMutation.Mutate(body, _random) : Bytes(body);
        var hasParameters = operation.Json["parameters"] is not null;
        var request = Build(operation, Sample, bytes, isPathOdd: wrongs == 5 || (bytes is null && _random.Next(4) == 0), isQueryOdd: hasParameters && (wrongs == 6 || bytes is null));
        if (wrongs == 7 && bytes is not null) SetType(request, OddTypes[_random.Next(OddTypes.Length)]);
        if (bytes is null && _random.Next(10) == 0) request.Content = new ByteArrayContent(BodyMutation.Mutate(new JsonObject(), _random));
        return request;
    }

    private HttpRequestMessage Build(ApiOperation operation, Func<JsonObject, JsonNode?> value, byte[]? body, bool isPathOdd = false, bool isQueryOdd = false)
    {
        Vocabulary.For(operation);
        var path = operation.Path;
        foreach (var parameter in operation.Parameters("path"))
        {
            var name = (string)parameter["name"]!;
            var told = Secret(name) is { } secret && !isPathOdd ? secret : Plain(value(parameter) ?? "x");
            path = path.Replace($"{{{name}}}", isPathOdd && _random.Next(3) > 0 && OddText() is { Length: > 0 } odd ? odd : Uri.EscapeDataString(Sound(told)), StringComparison.Ordinal);
        }

        var pairs = operation.Parameters("query").SelectMany(parameter => Pairs(parameter, value(parameter))).ToList();
        if (isQueryOdd) Spoil(operation, pairs);
        var address = $"{engine.ToString().TrimEnd('/')}{path}{(pairs.Count > 0 ? "?" : "")}{string.Join('&', pairs)}";
        var request = new HttpRequestMessage(
            new HttpMethod(operation.Method), new Uri(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            SetType(request, "application/json");
        }

        AddHeaders(operation, request, value);
        return request;
    }

    private void AddHeaders(ApiOperation operation, HttpRequestMessage request, Func<JsonObject, JsonNode?> value)
    {
        foreach (var parameter in operation.Parameters("header"))
        {
            var name = (string)parameter["name"]!;
            if (Secret(name) is { } secret && _random.Next(4) > 0) request.Headers.TryAddWithoutValidation(name, secret);
            else if (_random.Next(6) == 0 && value(parameter) is { } given) request.Headers.TryAddWithoutValidation(name, Printable(Plain(given)));
        }

        // Once in a while without a key: that, too, is to be answered as documented.
        if (_random.Next(60) == 0) return;
        foreach (var scheme in operation.Json["security"]!.AsArray().SelectMany(one => one!.AsObject()).Select(one => one.Key))
            if (Secret(scheme) is { } secret)
                request.Headers.TryAddWithoutValidation((string)api.Json["components"]!["securitySchemes"]![scheme]!["name"]!, secret);
    }

    private JsonNode? Sample(JsonObject parameter)
    {
        var isRequired = (bool?)parameter["required"] ?? false;
        if (!isRequired && _random.Next(3) > 0) return null;
        if (parameter["example"] is { } example && _random.Next(3) == 0) return example.DeepClone();
        return _samples.Make(parameter["schema"]!, (string)parameter["name"]!);
    }

    /// <summary>By the rules of OpenAPI's style "form".</summary>
    private static IEnumerable<string> Pairs(JsonObject parameter, JsonNode? value)
    {
        var name = (string)parameter["name"]!;
        return value switch
        {
            null => [],
            JsonObject map => map.Select(pair => $"{Uri.EscapeDataString(Sound(pair.Key))}={Uri.EscapeDataString(Sound(Plain(pair.Value)))}"),
            JsonArray { Count: 0 } => [],
            JsonArray list => [$"{name}={string.Join(',', list.Select(item => Uri.EscapeDataString(Sound(Plain(item)))))}"],
            _ => [$"{name}={Uri.EscapeDataString(Sound(Plain(value)))}"],
        };
    }

    private void Spoil(ApiOperation operation, List<string> pairs)
    {
        var names = operation.Parameters("query").Select(parameter => (string)parameter["name"]!).ToList();
        for (var times = _random.Next(1, 4); times > 0; times--)
        {
            var name = names.Count > 0 && _random.Next(8) > 0 ? names[_random.Next(names.Count)] : "zzz%00";
            pairs.Add(_random.Next(12) switch { 0 => name, 1 => "&&=", 2 => $"{name}={new string('x', 3000)}", 3 => $"{name.Split('_')[0]}.{OddText()}={OddText()}", _ => $"{name}={OddText()}" });
        }
    }

    /// <summary>What proves somebody under that name: a scheme, a header or a key in the path; null where nothing is told of it.</summary>
    private string? Secret(string name) => secrets.GetValueOrDefault(name) is { } several ? several[_random.Next(several.Length)] : null;

    private string OddText() => _random.Next(10) == 0 ? Uri.EscapeDataString(new string('ü', 1 << _random.Next(3, 9))) : OddTexts[_random.Next(OddTexts.Length)];

    private static void SetType(HttpRequestMessage request, string type)
    {
        request.Content!.Headers.Remove("Content-Type");
        if (type.Length > 0) request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
    }

    private static byte[] Bytes(JsonNode? body) => Encoding.UTF8.GetBytes(body?.ToJsonString() ?? "null");

    private static string Plain(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString() ?? "null";

    /// <summary>What <see cref="Uri.EscapeDataString(string)"/> can write.</summary>
    private static string Sound(string text) => string.Concat(text.EnumerateRunes());

    private static string Printable(string text) => new([.. text.Where(character => character is >= ' ' and < '\u007f').Take(500)]);
}
