namespace PersonalizationEngine.Functions.Dashboard.Access;

/// <summary>Nothing but our own pages: whoever made a link to the sign-in does not choose where one ends up.</summary>
internal static class LocalAddress
{
    private const string Home = "/dashboard";
    private const int Longest = 2000;

    /// <returns>The first page for what is not an address of the dashboard.</returns>
    public static string Of(string? address) => address is { Length: <= Longest } && IsOurs(address) ? address : Home;

    private static bool IsOurs(string address) =>
        address.StartsWith(Home, StringComparison.Ordinal) && (address.Length == Home.Length || address[Home.Length] is '/' or '?')
        && address.All(character => character is > ' ' and <= '~' and not '\\') && !address.Contains("..", StringComparison.Ordinal);
}
