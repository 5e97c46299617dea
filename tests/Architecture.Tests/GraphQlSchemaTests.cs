using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Functions.GraphQl.Schema;
using PersonalizationEngine.Functions.Hosting;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>The schema that is served is the one in the documentation, so that no change of it goes unseen.</summary>
public sealed class GraphQlSchemaTests : IDisposable
{
    /// <summary>Set, the file is written anew.</summary>
    private const string Rewrite = "REWRITE_GRAPHQL_SCHEMA";

    private static readonly string Written = Path.Combine(House.Root, "docs", "schema.graphql");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("personalization-schema-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Schema_AsServed_IsTheOneInTheDocumentation()
    {
        var served = await PrintAsync();
        if (Environment.GetEnvironmentVariable(Rewrite) is not null) await File.WriteAllTextAsync(Written, served, TestContext.Current.CancellationToken);

        Assert.Equal(await File.ReadAllTextAsync(Written, TestContext.Current.CancellationToken), served);
    }

    /// <summary>A type without a word on it is one that only its author understands.</summary>
    [Fact]
    public async Task Schema_EveryType_IsDescribed() => await AskAsync(graph =>
        Assert.Empty(graph.AllTypes.Where(type => type is not ScalarGraphType || type is EnumerationGraphType)
            .Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal) && string.IsNullOrEmpty(type.Description)).Select(type => type.Name)));

    private async Task<string> PrintAsync()
    {
        var printed = "";
        await AskAsync(graph => printed = graph.Print().ReplaceLineEndings("\n").TrimEnd() + "\n");
        return printed;
    }

    private async Task AskAsync(Action<EngineGraph> ask)
    {
        var settings = new Dictionary<string, string?> { ["DATA_DIR"] = _folder.FullName };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        await using var provider = new ServiceCollection().AddLogging().AddEngine(configuration).BuildServiceProvider();
        var graph = provider.GetRequiredService<EngineGraph>();
        graph.Initialize();
        ask(graph);
    }
}
