namespace PersonalizationEngine.Feed.Demo.Words;

/// <summary>Parts of made-up people and companies: <c>names.yaml</c>.</summary>
internal sealed record NameWords
{
    public string[] First { get; init; } = [];
    public string[] Last { get; init; } = [];
    public string[] Company { get; init; } = [];
    public string[] CompanyKind { get; init; } = [];
}
