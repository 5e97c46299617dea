namespace PersonalizationEngine.Functions.Settings.Connections;

/// <summary>The address of a server with what is needed to sign in there; never shown whole.</summary>
/// <param name="Port">Null when the address names none.</param>
/// <param name="Path">Without slashes at its ends; the name of a database, mostly.</param>
internal sealed record ServerUrl(
    string Scheme, string Host, int? Port, string? User, string? Password, string Path, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>Null when it is not an address of one of these schemes, or has no host.</summary>
    public static ServerUrl? Parse(string text, params ReadOnlySpan<string> schemes)
    {
        // Uri knows defaults of some schemes only; whether a port was named shows in the text.
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || uri.Host.Length == 0) return null;
        var isKnown = false;
        foreach (var scheme in schemes) isKnown |= uri.Scheme == scheme;
        if (!isKnown || uri.Fragment.Length > 0) return null;

        var sign = uri.UserInfo.Split(':', 2);
        return new ServerUrl(
            uri.Scheme, uri.IdnHost, NamesPort(uri) ? uri.Port : null,
            sign[0].Length > 0 ? Uri.UnescapeDataString(sign[0]) : null,
            sign.Length > 1 && sign[1].Length > 0 ? Uri.UnescapeDataString(sign[1]) : null,
            Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')), ReadParameters(uri.Query));
    }

    /// <summary>For logs: where it is, not how to get in.</summary>
    public override string ToString() => $"{Scheme}://{Host}{(Port is { } port ? $":{port}" : "")}{(Path.Length > 0 ? $"/{Path}" : "")}";

    private static bool NamesPort(Uri uri) => uri.Port > 0 && uri.GetComponents(UriComponents.StrongPort, UriFormat.Unescaped).Length > 0
        && uri.OriginalString.Contains($":{uri.Port}", StringComparison.Ordinal);

    private static Dictionary<string, string> ReadParameters(string query) => query.TrimStart('?')
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .GroupBy(pair => Uri.UnescapeDataString(pair[0]), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(
            pairs => pairs.Key, pairs => Uri.UnescapeDataString(pairs.Last() is [_, var value] ? value : ""), StringComparer.OrdinalIgnoreCase);
}
