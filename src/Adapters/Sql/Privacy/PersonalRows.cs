using System.Runtime.CompilerServices;
using PersonalizationEngine.Engine.Privacy;

namespace PersonalizationEngine.Adapters.Sql.Privacy;

/// <summary>The rows of tables that are about people, found by their columns or by what stands in their texts.</summary>
internal sealed class PersonalRows(SqlDatabase database, Tombstones tombstones)
{
    private const int ListSize = 500;

    /// <summary>One after the other, never all at once; by the names of columns.</summary>
    /// <param name="columns">Those wanted, or <c>*</c>.</param>
    public async IAsyncEnumerable<IDictionary<string, object?>> ReadAsync(
        PersonalTable table, PersonIds people, string columns, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (table.IsSearched)
        {
            var names = new Names(people);
            await foreach (var row in StreamAsync($"select {columns} from {table.Name}", null, cancellationToken))
                if (table.Texts.Any(column => row[column] is string text && names.AreIn(text, tombstones.WordsIn))) yield return row;
            yield break;
        }

        // An id of one piece may lead to a row of another, where two columns are looked at.
        foreach (var list in people.Ids.Chunk(ListSize))
        {
            // In no order of ours: to sort them a database would have to hold them all.
            await foreach (var row in StreamAsync($"select {columns} from {table.Name} where {table.IsAbout}", new { list }, cancellationToken)) yield return row;
        }
    }

    public async Task<long> CountAsync(PersonalTable table, PersonIds people, CancellationToken cancellationToken)
    {
        long count = 0;
        if (table.IsSearched)
        {
            await foreach (var _ in ReadAsync(table, people, Searched(table), cancellationToken)) count++;
            return count;
        }

        foreach (var list in people.Ids.Chunk(ListSize))
        {
            await foreach (var some in database.StreamAsync<long>($"select count(*) from {table.Name} where {table.IsAbout}", new { list }, cancellationToken))
                count += some;
        }

        return count;
    }

    public static string Searched(PersonalTable table) => string.Join(", ", table.Keys.Union(table.Texts));

    private async IAsyncEnumerable<IDictionary<string, object?>> StreamAsync(
        string sql, object? parameters, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in database.StreamAsync<object>(sql, parameters, cancellationToken)) yield return (IDictionary<string, object?>)row;
    }
}
