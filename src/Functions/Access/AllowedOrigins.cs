namespace PersonalizationEngine.Functions.Access;

/// <summary>Which pages a browser may call from.</summary>
internal sealed class AllowedOrigins(IReadOnlyList<string> origins)
{
    public const string Accepted = "must be origins as in https://www.example.com or https://*.example.com; http:// only for localhost and 127.0.0.1";

    private const string AnyName = "*.";

    /// <summary>Scheme, host and port must be the same; <c>*.</c> stands for one name or several, never for none.</summary>
    public bool Admit(string origin)
    {
        foreach (var allowed in origins)
            if (Fits(allowed, origin)) return true;
        return false;
    }

    /// <summary>Whether a setting is an origin, as browsers write them: no path, no slash at the end.</summary>
    public static bool IsOrigin(string text)
    {
        var plain = text.Replace("://" + AnyName, "://", StringComparison.Ordinal);
        return Uri.TryCreate(plain, UriKind.Absolute, out var uri) && !plain.Contains('*', StringComparison.Ordinal)
            && plain == uri.GetLeftPart(UriPartial.Authority)
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
    }

    private static bool Fits(string allowed, string origin)
    {
        var star = allowed.IndexOf(AnyName, StringComparison.Ordinal);
        if (star < 0) return string.Equals(allowed, origin, StringComparison.OrdinalIgnoreCase);
        var (scheme, domain) = (allowed[..star], allowed[(star + 1)..]);
        return origin.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            && origin.EndsWith(domain, StringComparison.OrdinalIgnoreCase)
            && origin.Length > scheme.Length + domain.Length
            && IsOrigin(origin);
    }
}
