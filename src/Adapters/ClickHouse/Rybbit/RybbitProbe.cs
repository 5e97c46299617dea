using PersonalizationEngine.Adapters.ClickHouse.Rows;

namespace PersonalizationEngine.Adapters.ClickHouse.Rybbit;

/// <summary>Looks at the tables afresh each time: an upgrade of Rybbit adds columns while we run.</summary>
internal sealed class RybbitProbe(ClickHouseDatabase database)
{
    /// <exception cref="InvalidDataException">The table or columns are missing; the message names them.</exception>
    /// <exception cref="ClickHouseException">No answer.</exception>
    public async Task<RybbitSchema> ProbeAsync(CancellationToken cancellationToken)
    {
        var question = new Question();
        question.Sql = $"select name, type from system.columns where database = {question.Text(database.Options.Database)} and table = {question.Text(RybbitSchema.Table)}";
        var columns = new List<KeyValuePair<string, string>>();
        await foreach (var column in database.ReadAsync(question, ReadColumn, cancellationToken)) columns.Add(column);
        return new RybbitSchema(database.Options.Database, columns);
    }

    private static KeyValuePair<string, string> ReadColumn(ref RowReader row)
    {
        var name = row.Text();
        return KeyValuePair.Create(name, row.Text());
    }
}
