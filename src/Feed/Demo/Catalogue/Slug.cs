using System.Text;

namespace PersonalizationEngine.Feed.Demo.Catalogue;

internal static class Slug
{
    /// <summary>Lower-case ASCII letters and digits with single hyphens between; other characters separate words.</summary>
    public static string Of(string title)
    {
        var slug = new StringBuilder(title.Length);
        foreach (var character in title.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(character)) slug.Append(character);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }
}
