namespace PersonalizationEngine.Adapters.Tests.Sql;

/// <summary>What a port promises, whichever database stands behind it; each test has a store of its own.</summary>
public abstract class StoreContract(IStores stores) : IAsyncLifetime
{
    protected static CancellationToken Ending => TestContext.Current.CancellationToken;

    protected static DateTimeOffset Now => Store.Now;

    protected Store Store { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Store = await stores.NewAsync();

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
