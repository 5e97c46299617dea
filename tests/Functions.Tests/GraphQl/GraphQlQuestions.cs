using System.Text;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.GraphQl;

/// <summary>Talks GraphQL to the engine.</summary>
internal static class GraphQlQuestions
{
    private const string GraphQlJson = "application/graphql-response+json";

    public static Task<EngineResponse> GraphQlAsync(
        this EngineClient client, string query, JsonObject? variables = null, string key = EngineProcess.FunctionKey, string accept = GraphQlJson) =>
        client.GraphQlBodyAsync(new JsonObject { ["query"] = query, ["variables"] = variables?.DeepClone() }.ToJsonString(), key, accept);

    public static async Task<EngineResponse> GraphQlBodyAsync(
        this EngineClient client, string body, string key = EngineProcess.FunctionKey, string accept = GraphQlJson, string? editor = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("x-functions-key", key);
        if (editor is not null) request.Headers.Add("x-editor-key", editor);
        request.Headers.Accept.ParseAdd(accept);
        return await client.SendAsync(request);
    }

    /// <returns>The data, of an answer without any error.</returns>
    public static async Task<JsonNode> AskAsync(
        this EngineClient client, string query, JsonObject? variables = null, string key = EngineProcess.MasterKey)
    {
        var answer = await client.GraphQlAsync(query, variables, key);
        Assert.True(answer.Status == 200 && answer.Json["errors"] is null, $"{answer.Status}: {answer.Body}\n{query}");
        return answer.Json["data"]!;
    }

    /// <summary>The first error has the code.</summary>
    /// <returns>Its extensions.</returns>
    public static JsonNode AssertFault(this JsonNode answer, string code)
    {
        var extensions = answer["errors"]![0]!["extensions"]!;
        Assert.True((string?)extensions["code"] == code, answer.ToJsonString());
        return extensions;
    }
}
