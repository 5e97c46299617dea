namespace PersonalizationEngine.Functions.Settings.Connections;

/// <summary><c>?auth=entra</c> in an address: sign in with tokens of Microsoft Entra, as the identity the address names.</summary>
internal static class EntraSign
{
    public const string Parameter = "auth";

    /// <returns>Null when the parameter says something else, or a password stands beside it, or no identity does.</returns>
    public static bool? IsIn(ServerUrl url)
    {
        if (!url.Parameters.TryGetValue(Parameter, out var way)) return false;
        return way.Equals("entra", StringComparison.OrdinalIgnoreCase) && url is { User: not null, Password: null } ? true : null;
    }
}
