using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.GraphQl;

/// <summary>Mutations do what the REST endpoints do, and their faults can be told apart by programs.</summary>
public sealed class GraphQlMutationTests(SharedEngine engine)
{
    private const string Add = "mutation ($rule: RuleInput!) { addRule(rule: $rule) { id version name priority conditions } }";
    private const string Replace = "mutation ($id: ID!, $v: Int, $rule: RuleInput!) { replaceRule(id: $id, ifVersion: $v, rule: $rule) { version name } }";
    private const string Remove = "mutation ($id: ID!, $v: Int) { removeRule(id: $id, ifVersion: $v, reason: \"no longer\") }";

    private readonly EngineClient _client = engine.Client;

    [Fact]
    public async Task Rule_AddedReplacedAndRemoved_IsSoOverRest()
    {
        var user = Sent.NewId();
        var slot = Defined.NewKey();
        var added = (await _client.AskAsync(Add, Variables(user, slot)))["addRule"]!;
        var id = (string)added["id"]!;
        Assert.Equal("\"first\"", (await _client.SlotAsync(user, slot)).Content);

        var replaced = (await _client.AskAsync(Replace, Variables(user, slot, "second", id, (int)added["version"]!)))["replaceRule"]!;
        Assert.Equal(2, (int)replaced["version"]!);
        Assert.Equal("\"second\"", (await _client.SlotAsync(user, slot)).Content);

        var outdated = await _client.GraphQlAsync(Replace, Variables(user, slot, "third", id, 1), EngineProcess.MasterKey);
        Assert.Equal(2, (int)outdated.Json.AssertFault("OUTDATED")["version"]!);

        Assert.Equal(id, (string?)(await _client.AskAsync(Remove, new JsonObject { ["id"] = id, ["v"] = 2 }))["removeRule"]);
        Assert.Equal(404, (await _client.AdminAsync(HttpMethod.Get, $"rules/{id}")).Status);
        (await _client.GraphQlAsync(Remove, new JsonObject { ["id"] = id }, EngineProcess.MasterKey)).Json.AssertFault("NOT_FOUND");
        var history = (await _client.AskAsync("query ($id: ID!) { audit(kind: \"rule\", id: $id) { nodes { change comment by } } }", new JsonObject { ["id"] = id }))["audit"]!["nodes"]!.AsArray();
        Assert.Equal(["removed", "changed", "added"], history.Select(one => (string)one!["change"]!));
        Assert.Equal("no longer", (string?)history[0]!["comment"]);
    }

    [Fact]
    public async Task Rule_Faulty_TellsEveryFieldWithWhatIsAccepted()
    {
        var rule = new JsonObject
        {
            ["name"] = "",
            ["priority"] = 1_000_000_000,
            ["holdout"] = 0.9,
            ["conditions"] = new JsonObject { ["$no"] = 1 },
            ["actions"] = new JsonArray(),
        };
        var answer = await _client.GraphQlAsync(Add, new JsonObject { ["rule"] = rule }, EngineProcess.MasterKey);

        Assert.Equal(200, answer.Status);
        Assert.Null(answer.Json["data"]!["addRule"]);
        var faults = answer.Json["errors"]!.AsArray().Select(error => error!["extensions"]!).ToList();
        Assert.All(faults, fault => Assert.Equal("BAD_USER_INPUT", (string?)fault["code"]));
        Assert.Superset(
            new HashSet<string> { "rule.name", "rule.holdout", "rule.actions" }, faults.Select(fault => (string)fault["field"]!).ToHashSet());
        Assert.All(faults, fault => Assert.NotEmpty((string)fault["accepted"]!));
    }

    [Fact]
    public async Task Experiment_AddedAndStarted_AssignsPeople()
    {
        var key = Defined.NewKey();
        var experiment = new JsonObject
        {
            ["key"] = key,
            ["name"] = "Of GraphQL",
            ["status"] = "DRAFT",
            ["trafficAllocation"] = 1,
            ["variants"] = new JsonArray(new JsonObject { ["key"] = "control", ["weight"] = 0.5 }, new JsonObject { ["key"] = "b", ["weight"] = 0.5 }),
        };
        const string Fields = "{ id version status variants { key weight } results { verdict variants { variant users } } }";
        var added = (await _client.AskAsync(
            $"mutation ($e: ExperimentInput!) {{ addExperiment(experiment: $e) {Fields} }}", new JsonObject { ["e"] = experiment }))["addExperiment"]!;
        Assert.Equal("DRAFT", (string?)added["status"]);

        var started = (await _client.AskAsync(
            $"mutation ($id: ID!, $e: ExperimentInput!) {{ replaceExperiment(id: $id, ifVersion: 1, experiment: $e) {Fields} }}",
            new JsonObject { ["id"] = (string)added["id"]!, ["e"] = experiment.With("status", "RUNNING") }))["replaceExperiment"]!;
        Assert.Equal("RUNNING", (string?)started["status"]);

        var assignments = (await _client.AskAsync(
            "query ($id: ID!) { person(userId: $id) { assignments { experiment variant reason } } }", new JsonObject { ["id"] = Sent.NewId() }))["person"]!["assignments"]!;
        Assert.Single(assignments.AsArray(), one => (string?)one!["experiment"] == key && (string?)one["reason"] == "ALLOCATED");
    }

    [Fact]
    public async Task Events_Recorded_AreCountedLikeThoseOverRest()
    {
        var decision = (string)(await _client.PersonalizeAsync(Sent.NewId()))["decision_id"]!;
        var events = new JsonArray(
            new JsonObject { ["type"] = "impression", ["decision_id"] = decision, ["slot"] = "hero" },
            new JsonObject { ["type"] = "nothing" });
        var recorded = (await _client.AskAsync(
            "mutation ($e: [JSON!]!) { recordEvents(events: $e) { accepted refused results { status field reason } } }",
            new JsonObject { ["e"] = events },
            EngineProcess.FunctionKey))["recordEvents"]!;
        Assert.Equal((1, 1), ((int)recorded["accepted"]!, (int)recorded["refused"]!));
        Assert.Equal(["ACCEPTED", "REFUSED"], recorded["results"]!.AsArray().Select(result => (string)result!["status"]!));
    }

    [Fact]
    public async Task Score_Recalculated_IsThatOfRestAndStored()
    {
        var user = Sent.NewId();
        await _client.AcceptEventsAsync("rybbit", Sent.PageView(user, "/pricing"));
        var score = (await _client.AskAsync(
            "mutation ($id: ID!) { recalculateLeadScore(userId: $id) { score segment receipt { factor points } } }", new JsonObject { ["id"] = user },
            EngineProcess.FunctionKey))["recalculateLeadScore"]!;
        Assert.Equal((decimal)(await _client.ScoreAsync(user))["score"]!, (decimal)score["score"]!);
        var person = (await _client.AskAsync(
            "query ($id: ID!) { person(userId: $id) { known score { score } scoreHistory(first: 1) { score segment factors } } }", new JsonObject { ["id"] = user }))["person"]!;
        Assert.Equal((decimal)score["score"]!, (decimal)person["scoreHistory"]![0]!["score"]!);
        Assert.Equal((decimal)score["score"]!, (decimal)person["score"]!["score"]!);
    }

    private static JsonObject Variables(string user, string slot, string content = "first", string? id = null, int? version = null) => new()
    {
        ["id"] = id,
        ["v"] = version,
        ["rule"] = Defined.Rule(Defined.For(user), Defined.Show(slot, content)),
    };
}
