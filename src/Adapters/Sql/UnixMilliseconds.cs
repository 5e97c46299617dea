namespace PersonalizationEngine.Adapters.Sql;

/// <summary>Instants as the tables hold them: whole milliseconds since 1970, which sort and compare in any database.</summary>
internal static class UnixMilliseconds
{
    public static long From(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();

    public static long? From(DateTimeOffset? instant) => instant?.ToUnixTimeMilliseconds();

    public static DateTimeOffset Read(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    public static DateTimeOffset? Read(long? milliseconds) => milliseconds is { } known ? Read(known) : null;
}
