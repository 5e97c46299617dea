using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PersonalizationEngine.Functions.Tests.Experiments;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.OpenApi;

/// <summary>
/// The schemas of what is asked for say what the readers say. Wherever a documented example has an object, each of its fields is
/// left out, put beyond its bounds and joined by one that nobody knows; the refusals must be those the schema would give.
/// </summary>
public sealed partial class BodyAgreementTests(ExperimentEngine engine) : IClassFixture<ExperimentEngine>
{
    private const string Known = "is not known here; known are ";

    private string _decision = "", _model = "", _template = "";

    [Fact]
    public async Task RequestSchemas_FieldsBoundsAndNames_AreThoseOfTheReaders()
    {
        var api = await ApiDescription.ReadAsync(engine.Client);
        (await engine.Client.AdminAsync(HttpMethod.Post, "experiments", Defined.Experiment("new-checkout", "control", "short").ToJsonString())).AssertOk();
        var models = api.Operations.First(operation => operation.Function == "AddScoringModel");
        _model = $"{(await engine.Client.AdminAsync(HttpMethod.Post, "scoring/models", models.Body!["example"]!.ToJsonString())).AssertOk().Json["id"]}";
        var templates = api.Operations.First(operation => operation.Function == "AddTemplate");
        _template = $"{(await engine.Client.AdminAsync(HttpMethod.Post, "templates", templates.Body!["example"]!.ToJsonString())).AssertOk().Json["id"]}";
        _decision = (string)(await engine.Client.GetAsync("/api/v1/personalize/u-42")).AssertOk().Json["decision_id"]!;
        List<string> differ = [];
        HashSet<string> closed = [];
        // Pages send bodies that servers send, too, and GraphQL has a way of its own to say what is wrong.
        var asked = api.Operations.Where(operation => operation.Body is not null && operation.Method == "POST" && operation.Path != "/graphql"
            && !operation.Path.StartsWith("/site/", StringComparison.Ordinal));
        foreach (var operation in asked)
        {
            foreach (var example in Examples(api, operation))
                foreach (var place in Places(api, example, operation.Body!["schema"]!))
                    await CheckAsync(api, operation, example, place, differ, closed);
        }

        Assert.True(differ.Count == 0, $"docs/openapi.md tells how bodies are described:\n{string.Join('\n', differ.Distinct())}");
        Assert.InRange(closed.Count, 20, 1000);
    }

    private static IEnumerable<JsonNode> Examples(ApiDescription api, ApiOperation operation) =>
        api.Resolve(operation.Body!["schema"]!)["examples"]?.AsArray().Select(example => example!) ?? [operation.Body["example"]!];

    /// <summary>Every object of the example that a schema names fields of.</summary>
    private static List<(string[] Path, JsonObject Schema)> Places(ApiDescription api, JsonNode example, JsonNode schema)
    {
        var check = new SchemaCheck(api);
        List<(string[], JsonObject)> places = [];
        Walk(example, schema, []);
        return places;

        void Walk(JsonNode? value, JsonNode node, string[] path)
        {
            var known = api.Resolve(node);
            if ((known["anyOf"] ?? known["oneOf"]) is JsonArray some)
            {
                if (some.FirstOrDefault(one => check.WhyWrong(value, one!) is null) is { } fitting) Walk(value, fitting, path);
            }
            else if (value is JsonObject map && known["properties"] is JsonObject properties)
            {
                places.Add((path, known));
                foreach (var (name, inner) in map) if (properties[name] is { } property) Walk(inner, property, [.. path, name]);
            }
            else if (value is JsonArray { Count: > 0 } list && known["items"] is { } items)
            {
                Walk(list[0], items, [.. path, "0"]);
            }
        }
    }

    private async Task CheckAsync(ApiDescription api, ApiOperation operation, JsonNode example, (string[] Path, JsonObject Schema) place, List<string> differ, HashSet<string> closed)
    {
        var properties = place.Schema["properties"]!.AsObject();
        var required = place.Schema["required"]?.AsArray().Select(name => (string)name!).ToHashSet() ?? [];
        var what = $"{operation.Id} {string.Join('.', place.Path)}";
        if (place.Schema["additionalProperties"]?.GetValueKind() == JsonValueKind.False)
        {
            var told = (await SendAsync(api, operation, example, place.Path, here => here["zzz"] = 1)).Find(error => error.Field.EndsWith("zzz", StringComparison.Ordinal)).Message ?? "nothing";
            var names = told.Contains(Known, StringComparison.Ordinal) ? told[(told.IndexOf(Known, StringComparison.Ordinal) + Known.Length)..].Split(", ") : [];
            var documented = properties.Select(property => property.Key).Where(name => name != "comment" || names.Contains(name));
            if (!names.Order().SequenceEqual(documented.Order())) differ.Add($"{what}: the reader knows {string.Join(", ", names)} ({told}), the schema {string.Join(", ", documented)}");
            closed.Add(what);
        }

        // Of an event, which fields are read depends on what it tells: those that the example has.
        var read = properties.Where(property => closed.Contains(what) || place.Path.Aggregate(example, Step).AsObject().ContainsKey(property.Key));
        foreach (var (name, property) in read)
        {
            if (required.Contains(name))
            {
                var faults = await SendAsync(api, operation, example, place.Path, here => here.Remove(name));
                if (faults.Count == 0) differ.Add($"{what}.{name}: required by the schema, and the reader does without");
            }

            foreach (var odd in Beyond(api.Resolve(property!)))
            {
                var faults = await SendAsync(api, operation, example, place.Path, here => here[name] = odd.DeepClone());
                if (!faults.Exists(fault => fault.Field.Contains(name, StringComparison.Ordinal))) differ.Add($"{what}.{name}: the reader takes {Short(odd)}, which is beyond the schema");
            }

            foreach (var edge in Within(api.Resolve(property!)))
            {
                var faults = await SendAsync(api, operation, example, place.Path, here => here[name] = edge.DeepClone());
                var fault = faults.Find(fault => fault.Field == string.Join('.', place.Path.Append(name)).Replace(".0", "[0]", StringComparison.Ordinal));
                if (fault.Message is { } message && message.StartsWith("must be a", StringComparison.Ordinal)) differ.Add($"{what}.{name}: {Short(edge)} fits the schema, and the reader says {message}");
            }
        }
    }

    private static IEnumerable<JsonNode> Beyond(JsonObject schema)
    {
        if (schema["maximum"] is { } most && (double)most! < 1e15) yield return (double)most + 1;
        if (schema["minimum"] is { } least && (double)least! > -1e15) yield return (double)least - 1;
        if ((int?)schema["maxLength"] is { } longest) yield return new string('x', longest + 1);
        if (schema["enum"] is not null) yield return "none of them";
        if ((int?)schema["maxItems"] is { } count) yield return new JsonArray([.. Enumerable.Range(0, count + 1).Select(_ => (JsonNode)"x")]);
        if (schema["type"] is { } type && !SchemaCheck.Types(type).Contains("object")) yield return new JsonObject { ["x"] = 1 };
    }

    private static IEnumerable<JsonNode> Within(JsonObject schema)
    {
        if (schema["maximum"] is { } most && (double)most! < 1e15) yield return most.DeepClone();
        if (schema["minimum"] is { } least) yield return least.DeepClone();
        if ((int?)schema["maxLength"] is { } longest && schema["pattern"] is null && schema["format"] is null) yield return new string('x', longest);
    }

    private async Task<List<(string Field, string? Message)>> SendAsync(ApiDescription api, ApiOperation operation, JsonNode example, string[] path, Action<JsonObject> change)
    {
        var body = example.DeepClone();
        change(path.Aggregate(body, Step).AsObject());
        // No rule or experiment has this id: what is right beyond the body is answered with 404, and changes nothing.
        var id = operation.Path.Contains("/scoring/models/", StringComparison.Ordinal) ? _model
            : operation.Path.Contains("/templates/", StringComparison.Ordinal) ? _template
            : "987654321";
        var address = operation.Path.Replace("{id}", id, StringComparison.Ordinal).Replace("{clientKey}", ExperimentEngine.SdkKey, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(IdOfAnAnswer().Replace(body.ToJsonString(), _decision), System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("x-functions-key", EngineProcess.MasterKey);
        request.Headers.Add("x-webhook-token", EngineProcess.Token);
        var answer = await engine.Client.SendAsync(request);
        Assert.True(answer.Status < 500, answer.Body);
        return answer.Status != 400 ? [] : [.. (answer.Json["errors"]?.AsArray() ?? []).Select(error => ((string)error!["field"]!, (string?)error["message"]))];
    }

    private static JsonNode Step(JsonNode inner, string name) => inner is JsonArray list ? list[int.Parse(name, CultureInfo.InvariantCulture)]! : inner[name]!;

    /// <summary>Where an example can only say which id to send.</summary>
    [GeneratedRegex("the (decision|recommend)_id of the answer")]
    private static partial Regex IdOfAnAnswer();

    private static string Short(JsonNode value) => value.ToJsonString() is var json && json.Length > 80 ? json[..80] : value.ToJsonString();
}
