using System.Data.Common;
using Dapper;
using FluentMigrator;
using FluentMigrator.Expressions;
using FluentMigrator.Infrastructure;
using FluentMigrator.Runner;
using Microsoft.Extensions.DependencyInjection;

namespace PersonalizationEngine.Adapters.MySql.Schema;

/// <summary>What stands where the migrations still to be done will make their tables.</summary>
internal static class TablesToCome
{
    private const string Existing =
        "select table_name, table_comment from information_schema.tables where table_schema = database() and table_name in @names order by table_name";

    /// <summary>Makes sure that no name is taken.</summary>
    /// <param name="version">The last migration done.</param>
    /// <exception cref="InvalidDataException">Somebody else's tables have some of the names.</exception>
    public static async Task ClearAsync(DbConnection connection, IServiceProvider runner, long version)
    {
        var names = NamesAfter(runner, version);
        if (names.Count == 0) return;
        var there = (await connection.QueryAsync<(string Name, string Comment)>(Existing, new { names })).ToList();
        var foreign = there.Where(table => table.Comment != OwnTables.Mark).Select(table => table.Name).ToList();
        if (foreign.Count > 0)
        {
            throw new InvalidDataException(
                $"The database \"{connection.Database}\" has tables that the engine did not make, under names that it needs: {string.Join(", ", foreign)}. "
                + "Nothing was altered. Give the engine a database of its own with ENGINE_MYSQL_URL.");
        }

        // MySQL cannot undo the making of a table: these are left of a migration that was cut off, and nothing was ever written to them.
        foreach (var (name, _) in there) await connection.ExecuteAsync($"drop table `{name}`");
    }

    private static List<string> NamesAfter(IServiceProvider runner, long version)
    {
        var context = new MigrationContext(runner.GetRequiredService<IMigrationProcessor>(), runner, connection: "");
        foreach (var (number, migration) in runner.GetRequiredService<IMigrationInformationLoader>().LoadMigrations())
            if (number > version) migration.Migration.GetUpExpressions(context);
        return [.. context.Expressions.OfType<CreateTableExpression>().Select(expression => expression.TableName)];
    }
}
