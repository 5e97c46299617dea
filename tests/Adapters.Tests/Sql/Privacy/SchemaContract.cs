using PersonalizationEngine.Adapters.Sql.Privacy;
using PersonalizationEngine.Adapters.Sql.Retention;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Privacy;

/// <summary>Holds what privacy and retention know of tables against the tables there really are.</summary>
public abstract class SchemaContract(IStores stores) : StoreContract(stores)
{
    /// <summary>Columns of such names hold people's ids or names, whatever table they are in.</summary>
    private static readonly string[] Personal = ["person_id", "user_id", "visitor_id", "customer_id", "identity", "email", "phone", "anonymous_id", "device_id"];

    private static readonly string[] OfMigrations = ["VersionInfo", "personalization_engine_versions"];

    /// <summary>Selects the table and the name of every column there is.</summary>
    protected abstract string Columns { get; }

    [Fact]
    public async Task EveryTable_IsKnownToThePrivacyOfPeople()
    {
        var tables = (await ReadAsync()).Select(column => column.Table).Distinct().ToList();
        Assert.Equal(
            tables.Order(StringComparer.Ordinal),
            PersonalTables.All.Select(table => table.Name).Concat(PersonalTables.Impersonal.Keys)
                .Where(table => tables.Contains(table) || table != "write_locks").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EveryTableWithAPersonInIt_IsErasedByThatColumn()
    {
        foreach (var (table, column) in (await ReadAsync()).Where(column => Personal.Contains(column.Name)))
        {
            var known = PersonalTables.All.SingleOrDefault(one => one.Name == table);
            Assert.True(known is not null, $"{table} has a column {column}, and nobody erases it.");
            Assert.True(
                known.People.Contains(column) || known.Alias == column || known.Texts.Contains(column) || column is "email" or "phone", $"{table}.{column}");
        }
    }

    [Fact]
    public async Task EverySectionOfTheExport_IsATableWithItsColumns()
    {
        var columns = await ReadAsync();
        var sections = await Store.Get<IPersonalData>().SectionsAsync(Ending);
        Assert.Equal(PersonalTables.All.Select(table => table.Name), sections.Select(section => section.Name));
        Assert.All(sections, section => Assert.Equal(
            columns.Where(column => column.Table == section.Name).Select(column => column.Name).Order(StringComparer.Ordinal),
            section.Columns.Select(column => column.Name).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task EveryTable_HasARetentionOrAReason()
    {
        var tables = (await ReadAsync()).Select(column => column.Table).Distinct().ToList();
        Assert.Equal(
            tables.Order(StringComparer.Ordinal),
            RetainedTables.Purged.Select(table => table.Name).Concat(RetainedTables.Kept.Keys)
                .Where(table => tables.Contains(table) || table != "write_locks").Order(StringComparer.Ordinal));
    }

    private async Task<IReadOnlyList<(string Table, string Name)>> ReadAsync() =>
        [.. (await Store.RowsAsync<(string Table, string Name)>(Columns)).Where(column => !OfMigrations.Contains(column.Table))];
}
