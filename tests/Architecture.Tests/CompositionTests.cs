using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Engine.Health;
using PersonalizationEngine.Engine.Personalization;
using PersonalizationEngine.Engine.Sync.Customers;
using PersonalizationEngine.Engine.Sync.Gorse;
using PersonalizationEngine.Functions.Hosting;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>The composition root puts the engine together whatever it is connected to, and whatever the host has registered before.</summary>
public sealed class CompositionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("personalization-composition-");

    public static TheoryData<string[]> Connections => new(
        [],
        ["CLICKHOUSE_URL=http://nobody:8123/analytics"],
        ["ENGINE_MYSQL_URL=mysql://engine:secret@nobody/engine"],
        ["MYSQL_URL=mysql://reader:secret@nobody/cdp"],
        ["REDIS_URL=redis://nobody"],
        ["GORSE_URL=http://nobody:8087", "GORSE_API_KEY=secret"],
        [
            "CLICKHOUSE_URL=clickhouse://nobody:9000/analytics", "MYSQL_URL=mysql://reader:secret@nobody/cdp", "REDIS_URL=rediss://:secret@nobody",
            "GORSE_URL=https://nobody",
        ]);

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Connections))]
    public async Task AddEngine_ConnectedToThese_ResolvesEverything(string[] connections)
    {
        var settings = connections.Append($"DATA_DIR={_folder.FullName}").Select(text => text.Split('=', 2));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))).Build();
        // Azure's worker brings a distributed cache of its own.
        var services = new ServiceCollection().AddLogging().AddDistributedMemoryCache().AddEngine(configuration);
        var functions = typeof(EngineServices).Assembly.GetTypes().Where(type => type.Namespace == "PersonalizationEngine.Functions.Schedules" && type.IsPublic);
        foreach (var function in functions) services.AddSingleton(function);
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        foreach (var type in functions.Concat([typeof(PersonalizeVisitor), typeof(CheckHealth), typeof(SyncCustomers), typeof(SyncGorse)]))
            Assert.NotNull(provider.GetRequiredService(type));
    }
}
