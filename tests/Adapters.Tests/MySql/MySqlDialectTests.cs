using MySqlConnector;
using PersonalizationEngine.Adapters.MySql;
using PersonalizationEngine.Adapters.Sql;
using PersonalizationEngine.Adapters.Tests.Sql;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.MySql;

public sealed class MySqlDialectTests(MySqlStores stores)
{
    private static readonly string[] Columns = ["person_id", "purpose", "granted", "updated_at"];

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task InsertIfAbsent_RowWithTheSameKey_StaysAsItIs()
    {
        await using var store = await stores.NewAsync();
        await WriteAsync(store, dialect => dialect.InsertIfAbsent("consents", Columns), Row("a", true), Row("a", false), Row("b", false));
        Assert.Equal([true, false], await store.RowsAsync<bool>("select granted from consents order by person_id"));
    }

    [Fact]
    public async Task InsertIfAbsent_RowThatBreaksAnotherRule_Fails()
    {
        await using var store = await stores.NewAsync();
        await Assert.ThrowsAsync<MySqlException>(
            () => WriteAsync(store, dialect => dialect.InsertIfAbsent("consents", Columns), Row("a", true), Row("b", null)));
        Assert.Equal(0, await store.CountAsync("consents"));
    }

    [Fact]
    public async Task Upsert_OfSomeColumns_LeavesTheOthers()
    {
        await using var store = await stores.NewAsync();
        await WriteAsync(store, dialect => new SqlInsert("consents", Columns), Row("a", true));
        await WriteAsync(store, dialect => dialect.Upsert("consents", ["person_id", "purpose"], Columns, ["updated_at"]), Row("a", false, 7));
        Assert.Equal([(true, 7L)], await store.RowsAsync<(bool, long)>("select granted, updated_at from consents"));
    }

    [Fact]
    public async Task Upsert_OptionalColumnThatIsNullInAllRows_IsEmptied()
    {
        await using var store = await stores.NewAsync();
        string[] columns = ["person_id", "identified", "changed_at", "country", "scored_at"];
        await WriteAsync(store, Upsert, Person("a", "DE", 5), Person("b", "FR", null));
        await WriteAsync(store, Upsert, Person("a", null, null), Person("c", null, null));
        Assert.Equal(
            [("a", null, null), ("b", "FR", null), ("c", null, null)],
            await store.RowsAsync<(string, string?, long?)>("select person_id, country, scored_at from people order by person_id"));

        SqlInsert Upsert(ISqlDialect dialect) => dialect.Upsert("people", ["person_id"], columns) with { Optional = ["country", "scored_at"] };
    }

    [Theory]
    [InlineData("")]
    [InlineData("NO_BACKSLASH_ESCAPES,ANSI_QUOTES")]
    public async Task ExecuteAsync_TextsThatCouldEndOne_AreKeptUnderEverySqlMode(string mode)
    {
        await using var store = await stores.NewAsync();
        string[] texts = ["it's", "\\", "\\'", "''", "\\\\' or 1=1 -- ", "a\0b", "a\nb", "?@x`\"", "漢字\U0001F600'", "\n\t%_"];
        await store.Database.WriteAsync(async transaction =>
        {
            if (mode.Length > 0) await transaction.ExecuteAsync($"set session sql_mode = concat(@@sql_mode, ',{mode}')");
            await transaction.ExecuteAsync(
                transaction.Dialect.Upsert("sync_positions", ["name"], ["name", "position"]),
                texts.Select((text, number) => (object)new { name = $"{number}", position = text }));
        }, Ending);
        Assert.Equal(texts, await store.RowsAsync<string>("select position from sync_positions order by name"));
    }

    [Fact]
    public async Task ExecuteAsync_RowsThatTogetherExceedAPacket_AreAllWritten()
    {
        await using var store = await stores.NewAsync();
        var payload = string.Concat(Enumerable.Repeat("漢'\\?@p\n", 40_000));
        var refused = Enumerable.Range(0, 60).Select(number => Facts.Refused($"k{number}", payload)).ToList();
        await store.Get<IIngestionStore>().ApplyAsync(Facts.AskNothing, _ => Facts.Nothing, refused, Ending);

        var kept = await store.Get<IRefusedEvents>().ListAsync(0, 100, Ending);
        Assert.Equal(60, kept.Count);
        Assert.All(kept, one => Assert.Equal(payload, one.Payload));
    }

    [Fact]
    public void Database_ConnectionWithoutADatabase_IsRefusedWithoutTellingThePassword()
    {
        var options = new MySqlOptions("Server=127.0.0.1;User ID=u;Password=secret");
        var fault = Assert.Throws<ArgumentException>(() => new MySqlDatabase(options, TimeProvider.System));
        Assert.DoesNotContain("secret", fault.Message + options, StringComparison.Ordinal);
    }

    private static object Row(string person, bool? granted, long updatedAt = 1) => new { person_id = person, purpose = "email", granted, updated_at = updatedAt };

    private static object Person(string id, string? country, long? scoredAt) =>
        new { person_id = id, identified = false, changed_at = 1L, country, scored_at = scoredAt };

    private static Task WriteAsync(Store store, Func<ISqlDialect, SqlInsert> insert, params object[] rows) =>
        store.Database.WriteAsync(transaction => transaction.ExecuteAsync(insert(transaction.Dialect), rows), Ending);
}
