using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Demo;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.GraphQl;

/// <summary>Every field of every type is asked for on the demo data, along a way from the root that introspection shows.</summary>
public sealed class SchemaWalkTests(DemoMonth demo) : IClassFixture<DemoMonth>
{
    /// <summary>
    /// Of these the demo data have none: too few people are in its experiment to compare variants, it never stops by itself, no
    /// bandit runs, and nobody was written to. They are asked for all the same.
    /// </summary>
    private static readonly string[] MayBeEmpty =
    [
        "Stop", "Weights", "Filter", "Namespace", "Prerequisite", "Message", "KeptAssignment", "Contribution", "Failure",
        "VariantComparison", "Difference", "Test", "Belief", "Cuped", "InboxMessage",
    ];

    private const string Person = "marc-warm";

    /// <summary>How many ways to a type are tried until one leads to data.</summary>
    private const int MostWays = 6;

    /// <summary>What only mutations answer with; their own tests ask for it.</summary>
    private static readonly string[] OfMutations = ["Mutation", "RecordedEvents", "EventResult"];

    private readonly EngineClient _client = demo.Engine.Client;

    [Fact]
    public async Task Schema_EveryFieldOfEveryType_IsAnsweredWithoutError()
    {
        var schema = await IntrospectedSchema.ReadAsync(_client);
        var arguments = await ArgumentsAsync();
        var asked = new Dictionary<string, bool> { ["Query"] = true };
        var tried = new Dictionary<string, int>();
        var ways = new Queue<Way>([new Way("Query", [])]);
        while (ways.TryDequeue(out var way))
        {
            var fields = schema.FieldsOf(way.Type);
            var plain = fields.Where(field => !field.IsObject).ToList();
            if (way.Steps.Count > 0)
            {
                var data = await _client.AskAsync(way.Question(string.Join(' ', plain.Select(field => Selection(field, arguments)).Append("__typename"))));
                asked[way.Type] = asked.GetValueOrDefault(way.Type) || Reached(data, way.Steps, 0);
            }

            foreach (var field in fields.Where(field => field.IsObject && !way.Leads(field.Type)))
            {
                if (asked.GetValueOrDefault(field.Type) || tried.GetValueOrDefault(field.Type) == MostWays) continue;
                tried[field.Type] = tried.GetValueOrDefault(field.Type) + 1;
                ways.Enqueue(way.Then(field, Selection(field, arguments)));
            }
        }

        Assert.Equal(OfMutations.Order(StringComparer.Ordinal), schema.Objects.Except(asked.Keys).Order(StringComparer.Ordinal));
        var unmet = asked.Where(type => !type.Value).Select(type => type.Key).Except(MayBeEmpty);
        Assert.True(!unmet.Any(), string.Join(' ', unmet));
    }

    private static string Selection(SchemaField field, IReadOnlyDictionary<string, string> arguments)
    {
        var given = field.Required.Select(argument => $"{argument}: {arguments.GetValueOrDefault($"{field.Name}.{argument}") ?? arguments[argument]}").ToList();
        if (field.Name == "personalize") given.Add("explain: true");
        return given.Count == 0 ? field.Name : $"{field.Name}({string.Join(", ", given)})";
    }

    private static bool Reached(JsonNode? node, IReadOnlyList<string> steps, int place) => node switch
    {
        null => false,
        JsonArray list => list.Any(entry => Reached(entry, steps, place)),
        _ when place == steps.Count => true,
        _ => Reached(node[steps[place].Split('(')[0]], steps, place + 1),
    };

    /// <summary>What the demo month does not bring: stored scores, which the next run of the schedule would, a segment and a group.</summary>
    private async Task FillAsync()
    {
        foreach (var person in new[] { Person, "sofia-ready" }) await _client.ScoreAsync(person);
        await _client.AdminAsync(HttpMethod.Post, "segments", """{"key": "warm", "name": "Warm", "condition": {"segment": "warm_lead"}}""");
        await _client.AdminAsync(HttpMethod.Post, "groups", """{"key": "friends", "name": "Friends", "values": ["marc-warm"]}""");
        var decision = (string)(await _client.PersonalizeAsync(Person))["decision_id"]!;
        (await _client.PostAsync("/api/v1/events", $$"""{"type": "impression", "decision_id": "{{decision}}", "slot": "hero"}""")).AssertOk();
    }

    private async Task<IReadOnlyDictionary<string, string>> ArgumentsAsync()
    {
        await FillAsync();
        var data = await _client.AskAsync("{ rules(first: 1) { nodes { id } } experiments(first: 1) { nodes { id } } segments(first: 1) { nodes { id } } popular(n: 1) { recommendations { itemId } } }");
        return new Dictionary<string, string>
        {
            ["userId"] = $"\"{Person}\"",
            ["itemId"] = $"\"{data["popular"]!["recommendations"]![0]!["itemId"]}\"",
            ["rule.id"] = First("rules"),
            ["experiment.id"] = First("experiments"),
            ["segment.id"] = First("segments"),
            ["id"] = "1",
        };

        string First(string list) => (string?)data[list]!["nodes"]!.AsArray().FirstOrDefault()?["id"] ?? "1";
    }

    /// <param name="Steps">The fields that lead to the type.</param>
    private sealed record Way(string Type, IReadOnlyList<string> Steps)
    {
        private IReadOnlyList<string> Met { get; init; } = [Type];

        public bool Leads(string type) => Met.Contains(type);

        public Way Then(SchemaField field, string selection) => new(field.Type, [.. Steps, selection]) { Met = [.. Met, field.Type] };

        public string Question(string fields) => $"{{ {string.Join(" { ", Steps)} {{ {fields} {string.Concat(Enumerable.Repeat("} ", Steps.Count + 1))}";
    }
}
