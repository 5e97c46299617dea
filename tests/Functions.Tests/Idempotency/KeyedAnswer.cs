namespace PersonalizationEngine.Functions.Tests.Idempotency;

/// <param name="Headers">Those of the answer and of its body, by their names.</param>
public sealed record KeyedAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public bool IsReplayed => Headers.GetValueOrDefault("Idempotent-Replayed") == "true";

    public void AssertReplayOf(KeyedAnswer first)
    {
        Assert.True(IsReplayed, $"{Status}: {Body}");
        Assert.False(first.IsReplayed);
        Assert.Equal((first.Status, first.Body), (Status, Body));
        string[] same = ["Content-Type", "Content-Length", "Location", "ETag", "Cache-Control", "X-Content-Type-Options"];
        Assert.All(same, name => Assert.Equal(first.Headers.GetValueOrDefault(name), Headers.GetValueOrDefault(name)));
    }

    public void AssertProblem(int status, string kind)
    {
        Assert.True(Status == status, $"{Status}: {Body}");
        Assert.StartsWith("application/problem+json", Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains($"urn:personalization-engine:{kind}\"", Body, StringComparison.Ordinal);
    }
}
