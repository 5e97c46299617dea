using PersonalizationEngine.Adapters.Tests.Sqlite;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Sync.Customers.Mapping;
using static PersonalizationEngine.Engine.Sync.Customers.Mapping.RecordKind;

namespace PersonalizationEngine.Adapters.Tests.Cdp;

/// <summary>Columns of all sorts, as a database really has them.</summary>
public sealed class CellTests(CdpServer server, SqliteStores stores)
{
    [Theory]
    [InlineData("bit(1)", "b'1'", CellType.Auto, "true")]
    [InlineData("bit(8)", "b'10000001'", CellType.Auto, "129")]
    [InlineData("boolean", "true", CellType.Auto, "true")]
    [InlineData("tinyint(1)", "3", CellType.Auto, "3")]
    [InlineData("tinyint(1)", "1", CellType.Number, "1")]
    [InlineData("tinyint(4)", "1", CellType.Auto, "1")]
    [InlineData("tinyint(4)", "0", CellType.Flag, "false")]
    [InlineData("smallint unsigned", "65535", CellType.Auto, "65535")]
    [InlineData("mediumint", "-5", CellType.Auto, "-5")]
    [InlineData("int unsigned", "4294967295", CellType.Auto, "4294967295")]
    [InlineData("bigint", "42", CellType.Text, "\"42\"")]
    [InlineData("decimal(10, 2)", "12.50", CellType.Auto, "12.5")]
    [InlineData("decimal(10, 2)", "0", CellType.Auto, "0")]
    [InlineData("float", "1.1", CellType.Auto, "1.1")]
    [InlineData("double", "-2.5e3", CellType.Auto, "-2500")]
    [InlineData("year", "2026", CellType.Auto, "2026")]
    [InlineData("time", "'10:11:12'", CellType.Auto, "\"10:11:12\"")]
    [InlineData("date", "'2026-05-14'", CellType.Auto, "\"2026-05-14T00:00:00Z\"")]
    [InlineData("datetime(3)", "'2026-05-14 10:11:12.345'", CellType.Auto, "\"2026-05-14T10:11:12.345Z\"")]
    [InlineData("date", "'0000-00-00'", CellType.Auto, "")]
    [InlineData("datetime", "'2026-00-15 10:00:00'", CellType.Auto, "\"2026-00-15 10:00:00\"")]
    [InlineData("enum('gold', 'silver')", "'silver'", CellType.Auto, "\"silver\"")]
    [InlineData("set('a', 'b', 'c')", "'a,c'", CellType.Auto, "\"a,c\"")]
    [InlineData("json", "'{\"a\": [1, true]}'", CellType.Json, "{\"a\":[1,true]}")]
    [InlineData("text", "'no json'", CellType.Json, "\"no json\"")]
    [InlineData("text", "''", CellType.Auto, "")]
    [InlineData("varchar(40)", "null", CellType.Auto, "")]
    [InlineData("varchar(40) character set latin1", "'Größe'", CellType.Auto, "\"Größe\"")]
    [InlineData("varchar(40) character set utf8mb4", "'漢 😀'", CellType.Auto, "\"漢 😀\"")]
    [InlineData("char(36)", "'6ba7b810-9dad-11d1-80b4-00c04fd430c8'", CellType.Auto, "\"6ba7b810-9dad-11d1-80b4-00c04fd430c8\"")]
    [InlineData("varbinary(8)", "x'00ff'", CellType.Auto, "\"00ff\"")]
    [InlineData("varchar(10)", "'7'", CellType.Number, "7")]
    [InlineData("varchar(10)", "'Yes'", CellType.Flag, "true")]
    public async Task Trait_OfAColumn_IsItsJson(string column, string value, CellType type, string json)
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync($"create table people (no int primary key, it {column} null); insert into people values (1, {value})");
        var table = Mapped.Table(Customers, "people", "user_id=no").WithExtra("it", new ColumnMapping("it") { Type = type });
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, new CdpMapping([table]));

        await engine.SyncWellAsync();

        var trait = (await engine.PersonAsync("1")).CustomerTraits["it"];
        Assert.Equal(json, trait.Kind == AttributeKind.Missing ? "" : Unescaped(AttributeJson.ToJson(trait)));
    }

    [Fact]
    public async Task Names_WithBackticksSpacesAndKeywords_AreNamesAlone()
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync("create table `a``b; drop table x` (`select` varchar(40) primary key, `it's \"it\"` varchar(40), `änderung` datetime); "
            + "insert into `a``b; drop table x` values ('1'' or ''1''=''1', 'Ada\\\\\\'', '2026-05-01'), ('2', 'b', '2026-05-01')");
        var table = Mapped.Table(Customers, "a`b; drop table x", "user_id=SELECT, name=it's \"it\"", "änderung");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, new CdpMapping([table]) { BatchRows = 1 });

        await engine.SyncWellAsync();

        Assert.Equal("Ada\\'", (await engine.PersonAsync("1' or '1'='1")).Contact.Name);
        Assert.Equal(2, await engine.Store.CountAsync("people"));
    }

    [Fact]
    public async Task Keys_OfTextInAnyCollation_PassOverNobody()
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync("create table people (no varchar(40) character set latin1 collate latin1_swedish_ci, kind binary(2), name varchar(40), primary key (no, kind)); "
            + "insert into people select concat(elt(seq mod 5 + 1, 'ä', 'Z', 'a', 'ß', '~'), seq), x'00ff', 'n' from seq_1_to_61");
        var table = Mapped.Table(Customers, "people", "user_id=no, name=name", key: "no, kind");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, new CdpMapping([table]) { BatchRows = 10 });

        Assert.Equal(61, (await engine.SyncWellAsync()).Accepted);
        Assert.Equal(61, await engine.Store.CountAsync("people"));
    }

    [Fact]
    public async Task Keys_OfManyLetters_FitIntoAPosition()
    {
        var cdp = await server.NewAsync();
        await cdp.RunAsync("create table ids (person varchar(250), device varchar(250), primary key (person, device)); "
            + "insert into ids select concat(repeat('漢', 240), seq), concat(repeat('ß', 240), seq) from seq_1_to_21");
        var table = Mapped.Table(Identities, "ids", "user_id=person, alias=device");
        await using var engine = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, new CdpMapping([table]) { BatchRows = 10 });
        using var ending = new CancellationTokenSource();
        var interruption = new Interruption(3, before: false, ending.Cancel);
        await using var cut = await SyncedEngine.StartAsync(stores, cdp.ConnectionString, new CdpMapping([table]) { BatchRows = 10 }, interruption.Install);

        await Record.ExceptionAsync(() => cut.SyncUntilAsync(ending));
        var length = (await cut.Store.RowsAsync<string>("select position from sync_positions"))[0].Length;

        Assert.InRange(length, 480, 2000);
        Assert.Equal(21, (await engine.SyncWellAsync()).Accepted);
    }

    private static string Unescaped(string json) => System.Text.RegularExpressions.Regex.Unescape(json.Replace("\\\"", "\\\\\"", StringComparison.Ordinal)).Normalize();
}
