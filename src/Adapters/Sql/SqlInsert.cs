namespace PersonalizationEngine.Adapters.Sql;

/// <summary>An insert of one row or of many.</summary>
/// <param name="Columns">Also the names of the parameters.</param>
/// <param name="OnConflict">What follows the values: what to do where a unique key is taken; empty to fail.</param>
public sealed record SqlInsert(string Table, IReadOnlyList<string> Columns, string OnConflict = "")
{
    private readonly string _columns = string.Join(", ", Columns);

    /// <summary>
    /// Columns that the statement need not name when they are null in all of its rows: null is what they are without being named,
    /// and what an update then takes them for.
    /// </summary>
    public IReadOnlyCollection<string> Optional { get; init; } = [];

    /// <summary>All of the statement that comes before the values.</summary>
    public string Head => $"insert into {Table} ({_columns}) values ";

    /// <summary>The statement for one row, with a parameter for each column.</summary>
    public string Single => $"{Head}({string.Join(", ", Columns.Select(column => $"@{column}"))}){OnConflict}";
}
