namespace PersonalizationEngine.LargeStore;

/// <summary>Pieces of SQL that all rows are made with.</summary>
internal static class Series
{
    /// <summary>A day, in milliseconds.</summary>
    public const string Day = "86400000";

    /// <summary>The person of a number, as a SQL text.</summary>
    public static string Person(string number) => $"printf('person-%06d', {number})";

    /// <summary>A time in milliseconds, as the columns that hold texts have it.</summary>
    public static string Moment(string milliseconds) => $"strftime('%Y-%m-%d %H:%M:%S', ({milliseconds}) / 1000, 'unixepoch') || '.0000000+00:00'";

    /// <summary>An insert of one row for each number <c>i</c> from 0.</summary>
    /// <param name="count">How many, as SQL.</param>
    public static string Insert(string table, string columns, string count, string values) =>
        $"with recursive numbers(i) as (select 0 union all select i + 1 from numbers where i + 1 < {count}) "
        + $"insert into {table} ({columns}) select {values} from numbers where true";

    /// <summary>A number from 0 to below a bound that looks drawn, and is the same each time.</summary>
    public static string Drawn(string number, int salt, int below) => $"((({number}) * 2654435761 + {salt} * 40503 + 12345) % 1000003 % {below})";
}
