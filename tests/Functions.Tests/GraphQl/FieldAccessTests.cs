using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.GraphQl;

/// <summary>Each key opens the fields whose REST endpoints it opens, and no other.</summary>
public sealed class FieldAccessTests(SharedEngine engine)
{
    [Theory]
    [InlineData("{ leads { nodes { personId } } }")]
    [InlineData("{ rules { nodes { id } } }")]
    [InlineData("{ rule(id: 1) { id } }")]
    [InlineData("{ experiments { nodes { id } } }")]
    [InlineData("{ experiment(id: 1) { results { verdict } } }")]
    [InlineData("{ segments { nodes { id } } }")]
    [InlineData("{ groups { nodes { id } } }")]
    [InlineData("{ metrics { target } }")]
    [InlineData("{ audit { nodes { by } } }")]
    [InlineData("{ person(userId: \"a\") { contact { email } } }")]
    [InlineData("{ person(userId: \"a\") { traits } }")]
    [InlineData("{ person(userId: \"a\") { identities { id } } }")]
    [InlineData("{ person(userId: \"a\") { ...Hidden } } fragment Hidden on Person { ... on Person { t: traits } }")]
    [InlineData("query A { __typename } query B { rules { nodes { id } } }")]
    [InlineData("mutation { removeRule(id: 1) }")]
    [InlineData("mutation { addRule(rule: { name: \"a\", conditions: {}, actions: [] }) { id } }")]
    [InlineData("mutation { addExperiment(experiment: { key: \"a\", name: \"a\", variants: [] }) { id } }")]
    public async Task AdminField_ByTheFunctionKey_IsForbidden(string query)
    {
        var body = new JsonObject { ["query"] = query, ["operationName"] = query.StartsWith("query A", StringComparison.Ordinal) ? "A" : null };
        var answer = await engine.Client.GraphQlBodyAsync(body.ToJsonString());
        Assert.Equal(403, answer.Status);
        Assert.Null(answer.Json["data"]);
        answer.Json.AssertFault("FORBIDDEN");
    }

    [Fact]
    public async Task ServingFields_ByTheFunctionKey_AreOpen() => await engine.Client.AskAsync(
        """
        { person(userId: "a") { known consents { purpose } score { score } segment { segment } scoreHistory { score } keptAssignments { variant }
            assignments { variant } recommendations(n: 1) { recommendations { itemId } } }
          personalize(userId: "a") { segment } recommendations(userId: "a") { known } popular { degraded } trending { degraded } }
        """,
        key: EngineProcess.FunctionKey);

    [Fact]
    public async Task AdminField_ByTheMasterKeyInTheAddress_IsOpen()
    {
        var query = Uri.EscapeDataString("{ rules(first: 1) { nodes { id } } }");
        var answer = await engine.Client.SendAsync(HttpMethod.Get, $"/graphql?code={EngineProcess.MasterKey}&query={query}", null, null);
        Assert.True(answer.Status == 200 && answer.Json["errors"] is null, answer.Body);
    }

    /// <summary>What a request says of where the host is reached must not lead the key there.</summary>
    [Fact]
    public async Task AdminField_UnderAnotherHostName_AsksThisHostAllTheSame()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("""{"query": "{ rules { nodes { id } } }"}""", System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Host = "elsewhere.invalid";
        request.Headers.Add("x-functions-key", EngineProcess.MasterKey);
        var answer = await engine.Client.SendAsync(request);
        Assert.True(answer.Status == 200 && answer.Json["errors"] is null, answer.Body);
    }

    [Fact]
    public async Task Mutation_OfAnUnknownEditor_IsUnauthenticated()
    {
        var answer = await engine.Client.GraphQlBodyAsync("""{"query": "mutation { removeRule(id: 1) }"}""", EngineProcess.MasterKey, editor: "nobody");
        answer.Json.AssertFault("UNAUTHENTICATED");
    }
}
