using System.Text;

namespace PersonalizationEngine.Adapters.Gorse;

/// <summary>
/// Our ids as Gorse can take them. A slash would part a path in two, even encoded, and a dot alone would leave it; both are
/// written with a tilde, as JSON pointers write theirs, so that every id reads back as it was.
/// </summary>
internal static class GorseIds
{
    /// <summary>What Gorse's tables hold.</summary>
    public const int MaxLength = 256;

    /// <summary>Null for what no id of Gorse can stand for: an empty one, one too long, one that is no text.</summary>
    public static string? Write(string id)
    {
        if (id.Length is 0 or > MaxLength || !IsText(id)) return null;
        var written = id is "." or ".."
            ? id.Replace(".", "~2", StringComparison.Ordinal)
            : id.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
        return written.Length <= MaxLength ? written : null;
    }

    /// <summary>Null for what <see cref="Write"/> never gives.</summary>
    public static string? Read(string written)
    {
        if (!written.Contains('~', StringComparison.Ordinal)) return Write(written) == written ? written : null;
        var id = new StringBuilder(written.Length);
        for (var place = 0; place < written.Length; place++)
        {
            if (written[place] != '~') id.Append(written[place]);
            else if (++place < written.Length && written[place] is '0' or '1' or '2') id.Append("~/."[written[place] - '0']);
            else return null;
        }

        var read = id.ToString();
        return Write(read) == written ? read : null;
    }

    /// <summary>Half of a pair of surrogates cannot be sent, and zero not be stored everywhere.</summary>
    private static bool IsText(string id)
    {
        for (var place = 0; place < id.Length; place++)
        {
            if (char.IsHighSurrogate(id[place]) && place + 1 < id.Length && char.IsLowSurrogate(id[place + 1])) place++;
            else if (char.IsSurrogate(id[place]) || id[place] == '\0') return false;
        }

        return true;
    }
}
