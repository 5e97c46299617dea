using Microsoft.Data.Sqlite;
using PersonalizationEngine.Adapters.Sql;
using PersonalizationEngine.Adapters.Tests.Sql;

namespace PersonalizationEngine.Adapters.Tests.Sqlite;

public sealed class DialectTests(SqliteStores stores)
{
    private static readonly string[] Keys = ["person_id", "purpose"];
    private static readonly string[] Columns = ["person_id", "purpose", "granted", "updated_at"];

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task InsertIfAbsent_RowWithTheSameKey_StaysAsItIs()
    {
        await using var store = await stores.NewAsync();
        await WriteAsync(store, dialect => dialect.InsertIfAbsent("consents", Columns), Row(granted: true));
        await WriteAsync(store, dialect => dialect.InsertIfAbsent("consents", Columns), Row(granted: false));
        Assert.Equal([true], await store.RowsAsync<bool>("select granted from consents"));
    }

    [Fact]
    public async Task InsertIfAbsent_RowThatBreaksAnotherRule_Fails()
    {
        await using var store = await stores.NewAsync();
        await Assert.ThrowsAsync<SqliteException>(
            () => WriteAsync(store, dialect => dialect.InsertIfAbsent("consents", Columns), Row(granted: null)));
    }

    [Fact]
    public async Task Upsert_RowWithTheSameKey_IsUpdated()
    {
        await using var store = await stores.NewAsync();
        await WriteAsync(store, dialect => dialect.Upsert("consents", Keys, Columns), Row(granted: true));
        await WriteAsync(store, dialect => dialect.Upsert("consents", Keys, Columns), Row(granted: false));
        Assert.Equal([false], await store.RowsAsync<bool>("select granted from consents"));
    }

    [Fact]
    public async Task IsDuplicateKey_PrimaryAndUniqueKeys_AreToldFromOtherFaults()
    {
        await using var store = await stores.NewAsync();
        Assert.True(await IsDuplicateAsync(store, "insert into watermarks values ('a', 1), ('a', 2)"));
        Assert.True(await IsDuplicateAsync(store, """
            insert into refused_events (source, event_key, payload, field, reason, received_at)
            values ('cdp', 'k', '', '', '', 1), ('cdp', 'k', '', '', '', 2)
            """));
        Assert.False(await IsDuplicateAsync(store, "insert into watermarks values ('a', null)"));
        Assert.False(await IsDuplicateAsync(store, "insert into nowhere values (1)"));
    }

    private static object Row(bool? granted) => new { person_id = "p", purpose = "email", granted, updated_at = 1 };

    private static Task WriteAsync(Store store, Func<ISqlDialect, SqlInsert> insert, object row) =>
        store.Database.WriteAsync(transaction => transaction.ExecuteAsync(insert(transaction.Dialect), [row]), Ending);

    private static async Task<bool> IsDuplicateAsync(Store store, string statement)
    {
        var fault = await Assert.ThrowsAsync<SqliteException>(
            () => store.Database.WriteAsync(transaction => transaction.ExecuteAsync(statement), Ending));
        return store.Database.Dialect.IsDuplicateKey(fault);
    }
}
