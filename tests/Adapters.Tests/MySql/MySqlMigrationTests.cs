using System.Reflection;
using Dapper;
using FluentMigrator;
using FluentMigrator.Runner;
using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.MySql;
using PersonalizationEngine.Adapters.MySql.Schema;
using PersonalizationEngine.Adapters.Tests.Sql.Sync;

namespace PersonalizationEngine.Adapters.Tests.MySql;

/// <summary>The database may be the CDP's own: nothing of somebody else's is touched.</summary>
public sealed class MySqlMigrationTests(MySqlStores stores)
{
    private const string Tables = "select table_name from information_schema.tables where table_schema = database() order by table_name";

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_EmptyDatabase_RunsEveryMigrationOnce()
    {
        var options = await stores.BareAsync();
        await MigrateAsync(options);
        await MigrateAsync(options);
        Assert.Equal(Versions(), await RowsAsync<long>(options, "select version from personalization_engine_versions order by version"));
        Assert.Equal(4096, (await RowsAsync<long>(options, "select count(*) from write_locks where slot between 0 and 4095"))[0]);
    }

    [Fact]
    public async Task RunAsync_SeveralProcessesAtOnce_DoItOnce()
    {
        var options = await stores.BareAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => MigrateAsync(options))));
        Assert.Equal(Versions(), await RowsAsync<long>(options, "select version from personalization_engine_versions order by version"));
    }

    [Fact]
    public async Task RunAsync_DatabaseThatComparesLoosely_MakesOurTextsCompareByCodePointsAndLeavesTheDatabase()
    {
        var options = await stores.BareAsync();
        await MigrateAsync(options);

        Assert.Equal(["utf8mb4_general_ci"], await RowsAsync<string>(options, "select @@collation_database"));
        Assert.Equal(
            ["utf8mb4_bin"],
            await RowsAsync<string>(options, """
                select distinct collation_name from information_schema.columns
                where table_schema = database() and collation_name is not null and table_name <> 'personalization_engine_versions'
                """));
    }

    [Fact]
    public async Task RunAsync_TablesOfOthersUnderOurNames_NamesThemAndAltersNothing()
    {
        var options = await stores.BareAsync();
        await ExecuteAsync(options, "create table people (id int); create table events (id int); create table orders (id int); insert into people values (7)");

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => MigrateAsync(options));

        Assert.Contains("events, people.", fault.Message, StringComparison.Ordinal);
        Assert.Contains("ENGINE_MYSQL_URL", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("orders", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["events", "orders", "people"], await RowsAsync<string>(options, Tables));
        Assert.Equal([7], await RowsAsync<int>(options, "select id from people"));
    }

    [Fact]
    public async Task RunAsync_VersionTableOfAnotherApplication_IsLeftAlone()
    {
        var options = await stores.BareAsync();
        await ExecuteAsync(options, "create table VersionInfo (Version bigint); insert into VersionInfo values (202611230001)");
        await MigrateAsync(options);
        Assert.Equal([202611230001], await RowsAsync<long>(options, "select Version from VersionInfo"));
    }

    [Fact]
    public async Task RunAsync_AfterAMigrationThatWasCutOff_MakesItsTablesAnew()
    {
        var options = await stores.BareAsync();
        await MigrateAsync(options);
        await ExecuteAsync(options, "delete from personalization_engine_versions where version > 202611230003; drop table feedback, campaigns, deliveries");
        await ExecuteAsync(options, """
            drop index ix_people_score_rise on people; alter table people drop column score_rise;
            drop index ix_people_lead_score on people; drop index ix_people_last_seen on people; alter table people drop column lead_score;
            drop index ix_people_changed on people; create index ix_people_score_valid_until on people (score_valid_until);
            drop index ix_items_changed on items; alter table items drop column changed_at; alter table people drop column scored_as;
            alter table identities drop column behaviour, drop column fingerprint, drop column read_in_run;
            alter table ab_experiments drop column design;
            alter table content_rules drop column holdout
            """);

        await MigrateAsync(options);

        Assert.Equal(Versions(), await RowsAsync<long>(options, "select version from personalization_engine_versions order by version"));
    }

    [Fact]
    public async Task RunAsync_BehaviourInATableOfItsOwn_IsKeptBesideTheIdentityEvenWhenCutOffInTheMiddle()
    {
        var options = await stores.BareAsync();
        await using var database = new MySqlDatabase(options, TimeProvider.System);
        await using (var services = MySqlMigrations.Runner(database))
            services.CreateScope().ServiceProvider.GetRequiredService<IMigrationRunner>().MigrateUp(2026_11_23_0011);
        await ExecuteAsync(options, MovedBehaviour.Fill);
        await ExecuteAsync(options, "alter table identities add column behaviour varchar(2000) null, add column fingerprint bigint null, add column read_in_run bigint null");

        await MigrateAsync(options);

        await MovedBehaviour.AssertThereAsync(database);
    }

    [Fact]
    public async Task RunAsync_StoreOfALaterVersion_IsLeftAsItIs()
    {
        var options = await stores.BareAsync();
        await MigrateAsync(options);
        await ExecuteAsync(options, "insert into personalization_engine_versions (version, description) values (299901010001, 'of a later engine')");
        await MigrateAsync(options);
        Assert.Equal(Versions().Count + 1, (await RowsAsync<long>(options, "select version from personalization_engine_versions")).Count);
    }

    [Fact]
    public async Task MigrateDown_ToNothing_LeavesOnlyWhatWasThere()
    {
        var options = await stores.BareAsync();
        await ExecuteAsync(options, "create table orders (id int)");
        await MigrateAsync(options);
        await using var database = new MySqlDatabase(options, TimeProvider.System);
        await using var services = MySqlMigrations.Runner(database);
        services.CreateScope().ServiceProvider.GetRequiredService<IMigrationRunner>().MigrateDown(0);
        Assert.Equal(["orders", "personalization_engine_versions"], await RowsAsync<string>(options, Tables));
    }

    private static List<long> Versions() =>
    [
        .. typeof(MySqlMigrations).Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Version).OfType<long>().Order(),
    ];

    private static async Task MigrateAsync(MySqlOptions options)
    {
        await using var database = new MySqlDatabase(options, TimeProvider.System);
        await MySqlMigrations.RunAsync(database, Ending);
    }

    private static async Task<IReadOnlyList<T>> RowsAsync<T>(MySqlOptions options, string sql)
    {
        await using var database = new MySqlDatabase(options, TimeProvider.System);
        await using var connection = await database.OpenAsync(Ending);
        return [.. await connection.QueryAsync<T>(sql)];
    }

    private static async Task ExecuteAsync(MySqlOptions options, string sql)
    {
        await using var database = new MySqlDatabase(options, TimeProvider.System);
        await using var connection = await database.OpenAsync(Ending);
        await connection.ExecuteAsync(sql);
    }
}
