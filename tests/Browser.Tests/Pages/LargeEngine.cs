using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.LargeStore;

namespace PersonalizationEngine.Browser.Tests.Pages;

/// <summary>An engine with 100,000 people.</summary>
public sealed class LargeEngine : PagesOfEngine
{
    private readonly DataFolder _folder = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override async Task<EngineProcess> BeginAsync()
    {
        await using (var engine = await EngineProcess.StartAsync(_folder.Path))
        {
            using var http = new HttpClient { BaseAddress = engine.Client.Address };
            await new StoreDefinitions(http, EngineProcess.MasterKey, EngineProcess.Token).SendAsync();
            await engine.TerminateAsync();
        }

        Further = [$"/dashboard/lead?id={StoreSize.BusiestPerson}"];
        StoreFiller.Fill(_folder.Path, TimeProvider.System.GetUtcNow(), new StoreSize());
        return await EngineProcess.StartAsync(_folder.Path);
    }
}

[CollectionDefinition(Name)]
public sealed class LargePages : ICollectionFixture<LargeEngine>
{
    public const string Name = "Pages of an engine with 100,000 people";
}
