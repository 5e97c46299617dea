namespace PersonalizationEngine.Adapters.Tests.Sql;

/// <summary>Gives out stores on one kind of database; what a database has to bring to be held to the contracts.</summary>
public interface IStores
{
    /// <summary>An empty database of the newest schema.</summary>
    Task<Store> NewAsync();
}
