using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.GraphQl;

/// <summary>The endpoint speaks GraphQL over HTTP as the public audits ask for it.</summary>
public sealed class GraphQlOverHttpTests(SharedEngine engine)
{
    /// <summary>How many there are at least; newer versions of the suite have more.</summary>
    private const int Audits = 60;

    [Fact]
    public async Task Audits_AllOfThem_AreOk()
    {
        GraphQlAudits.SkipUnlessInstalled();
        var results = await GraphQlAudits.RunAsync(new Uri(engine.Client.Address, "/graphql"));
        Assert.True(results.Count >= Audits, $"{results.Count} audits");
        Assert.Empty(results.Where(result => (string?)result!["status"] != "ok").Select(result => result!.ToJsonString()));
    }

    /// <summary>The audits can fail: an endpoint that is no GraphQL gets errors.</summary>
    [Fact]
    public async Task Audits_OfAnotherEndpoint_Fail()
    {
        GraphQlAudits.SkipUnlessInstalled();
        var results = await GraphQlAudits.RunAsync(new Uri(engine.Client.Address, "/api/v1/health/live"));
        Assert.Contains(results, result => (string?)result!["status"] == "error");
    }

    [Theory]
    [InlineData("application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/json", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/graphql-response+json, application/json;q=0.9", "application/graphql-response+json")]
    [InlineData("application/json;q=0.1, application/graphql-response+json;q=0.9", "application/graphql-response+json")]
    public async Task Query_ByWhatIsAccepted_AnswersWithIt(string accept, string expected)
    {
        var answer = await engine.Client.GraphQlAsync("{ __typename }", accept: accept);
        Assert.Equal(200, answer.Status);
        Assert.Equal(expected, answer.ContentType);
    }

    [Fact]
    public async Task Query_ForAnotherMediaType_IsNotAcceptable() =>
        Assert.Equal(406, (await engine.Client.GraphQlAsync("{ __typename }", accept: "text/html")).Status);

    [Fact]
    public async Task Mutation_ByGet_IsNotAllowed()
    {
        var answer = await engine.Client.GetAsync($"/graphql?query={Uri.EscapeDataString("mutation { __typename }")}");
        Assert.Equal(405, answer.Status);
        answer.Json.AssertFault("METHOD_NOT_ALLOWED");
    }

    [Theory]
    [InlineData("{", "BAD_REQUEST", 400)]
    [InlineData("[]", "BAD_REQUEST", 400)]
    [InlineData("""{"query": 1}""", "BAD_REQUEST", 400)]
    [InlineData("""{"query": "{ __typename }", "variables": "a"}""", "BAD_REQUEST", 400)]
    [InlineData("""{"query": "{"}""", "GRAPHQL_PARSE_FAILED", 400)]
    [InlineData("""{"query": "{ nothing }"}""", "GRAPHQL_VALIDATION_FAILED", 400)]
    [InlineData("""{"query": "query ($a: Int!) { person(userId: \"a\") { scoreHistory(first: $a) { score } } }"}""", "BAD_USER_INPUT", 400)]
    [InlineData("""{"query": "query A { __typename } query B { __typename }"}""", "BAD_REQUEST", 400)]
    public async Task Request_Wrong_SaysSoByItsStatus(string body, string code, int status)
    {
        var answer = await engine.Client.GraphQlBodyAsync(body);
        Assert.True(status == answer.Status, answer.Body);
        Assert.Null(answer.Json["data"]);
        answer.Json.AssertFault(code);
    }

    /// <summary>As deep and wide as tools ask, GraphiQL and code generators among them.</summary>
    [Fact]
    public async Task Schema_AskedForByTools_IsTold()
    {
        const string Value = "name description type { ...Type } defaultValue";
        var type = string.Concat(Enumerable.Repeat("kind name ofType { ", 9)) + "kind name" + string.Concat(Enumerable.Repeat(" }", 9));
        var schema = (await engine.Client.AskAsync(
            $$"""
            query IntrospectionQuery { __schema { description queryType { name kind } mutationType { name kind } subscriptionType { name kind }
              types { ...Full } directives { name description isRepeatable locations args { {{Value}} } } } }
            fragment Full on __Type { kind name description fields(includeDeprecated: true) { name description args { {{Value}} }
              type { ...Type } isDeprecated deprecationReason } inputFields { {{Value}} } interfaces { ...Type }
              enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...Type } }
            fragment Type on __Type { {{type}} }
            """,
            key: EngineProcess.FunctionKey))["__schema"]!;
        Assert.Contains(schema["types"]!.AsArray(), one => (string?)one!["name"] == "Person");
    }

    [Fact]
    public async Task Request_WithoutKey_IsRefusedByTheHost() =>
        Assert.Equal(401, (await engine.Client.SendAsync(HttpMethod.Post, "/graphql", """{"query": "{ __typename }"}""", null)).Status);
}
