namespace PersonalizationEngine.Feed.Replay.Reading;

/// <summary>What stands between the fields of a row.</summary>
internal static class Delimiter
{
    private static readonly char[] Usual = [',', ';', '\t', '|'];

    /// <summary>The usual one that parts the header most often; a comma where none does.</summary>
    public static char Guess(string header) => Usual.MaxBy(candidate => QuoteScan.Split(header, candidate));

    /// <param name="text"><c>auto</c>, a name, or the character itself.</param>
    /// <param name="delimiter">Null for <c>auto</c>.</param>
    public static bool TryParse(string text, out char? delimiter)
    {
        delimiter = text switch
        {
            "comma" => ',',
            "semicolon" => ';',
            "tab" or "\\t" => '\t',
            "pipe" => '|',
            { Length: 1 } => text[0],
            _ => null,
        };
        return delimiter is not null and not '"' || text == "auto";
    }
}
