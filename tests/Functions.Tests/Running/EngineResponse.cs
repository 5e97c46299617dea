using System.Text.Json.Nodes;

namespace PersonalizationEngine.Functions.Tests.Running;

public sealed record EngineResponse(int Status, string Body, string? ContentType, string? ETag, string? Location)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>The answer is problem details of that status that name the field.</summary>
    public void AssertProblem(int status, string? field = null)
    {
        Assert.True(Status == status, $"{Status}: {Body}");
        Assert.Equal("application/problem+json", ContentType);
        Assert.Equal(status, (int)Json["status"]!);
        Assert.NotEmpty((string)Json["title"]!);
        if (field is not null) Assert.Contains(field, Json["errors"]!.AsArray().Select(error => (string?)error!["field"]));
    }

    public EngineResponse AssertOk()
    {
        Assert.True(Status is >= 200 and < 300, $"{Status}: {Body}");
        return this;
    }
}
