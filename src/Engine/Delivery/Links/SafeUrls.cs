namespace PersonalizationEngine.Engine.Delivery.Links;

/// <summary>Which addresses a message may lead to.</summary>
public static class SafeUrls
{
    public const string Accepted = "must begin with http://, https://, mailto: or tel:";

    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    /// <summary>Whole addresses only: what a message leads to must not depend on where it is read.</summary>
    public static bool IsWhole(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && Schemes.Contains(uri.Scheme) && url.StartsWith(uri.Scheme, StringComparison.OrdinalIgnoreCase)
        && !url.Any(character => char.IsControl(character) || char.IsWhiteSpace(character));

    /// <summary>
    /// As <see cref="IsWhole"/>, and what has no scheme at all: a place in the same page, a path. Browsers skip white space and control
    /// characters before and in a scheme, so they are skipped here.
    /// </summary>
    public static bool IsHarmless(string url)
    {
        var bare = new string([.. url.Where(character => !char.IsControl(character) && !char.IsWhiteSpace(character))]);
        var colon = bare.IndexOf(':', StringComparison.Ordinal);
        var isScheme = colon >= 0 && bare.AsSpan(0, colon).IndexOfAny("/?#") < 0;
        return !isScheme || Schemes.Contains(bare[..colon].ToLowerInvariant()) || bare.StartsWith("cid:", StringComparison.OrdinalIgnoreCase);
    }
}
