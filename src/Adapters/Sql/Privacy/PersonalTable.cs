namespace PersonalizationEngine.Adapters.Sql.Privacy;

/// <summary>A table that can hold something about a person.</summary>
/// <param name="Keys">Of a row.</param>
public sealed record PersonalTable(string Name, params IReadOnlyList<string> Keys)
{
    /// <summary>Columns with an index that hold an id of the person the row is about.</summary>
    public IReadOnlyList<string> People { get; init; } = ["person_id"];

    /// <summary>Columns in which an id may stand among other things; rows are read one by one to find it.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>A column with an id of the person that can be another one's by now, whose event it was not.</summary>
    public string? Alias { get; init; }

    /// <summary>Another condition for the rows about people of a list, where no column of them has an id.</summary>
    public string? About { get; init; }

    public Treatment Treatment { get; init; }

    /// <summary>Whether its rows came as events, with a source and an id by which they count once.</summary>
    public bool CameAsEvents { get; init; }

    public bool IsSearched => People.Count == 0;

    /// <summary>Which rows are about people of a list.</summary>
    public string IsAbout => About ?? string.Join(" or ", People.Select(column => $"{column} in @list"));
}
