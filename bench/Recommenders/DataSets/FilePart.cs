using System.Text.RegularExpressions;

namespace PersonalizationEngine.Recommenders.DataSets;

/// <summary>Which part of a data set a file is, told from its name.</summary>
/// <param name="Key">The name without that word: the parts of one data set share it.</param>
internal sealed partial record FilePart(string Path, PartKind Kind, string Key)
{
    public static FilePart Of(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        var kind = name.Contains("negative", StringComparison.OrdinalIgnoreCase) ? PartKind.Negatives
            : Tests().IsMatch(name) ? PartKind.Test
            : Validations().IsMatch(name) ? PartKind.Validation
            : Trains().IsMatch(name) ? PartKind.Train
            : PartKind.Whole;
        return new FilePart(path, kind, Words().Replace(name, "").Trim('.', '_', '-'));
    }

    [GeneratedRegex("(?<![a-z])test", RegexOptions.IgnoreCase)]
    private static partial Regex Tests();

    [GeneratedRegex("(?<![a-z])(valid|val(?![a-z])|dev(?![a-z]))", RegexOptions.IgnoreCase)]
    private static partial Regex Validations();

    [GeneratedRegex("(?<![a-z])(train|base(?![a-z]))", RegexOptions.IgnoreCase)]
    private static partial Regex Trains();

    [GeneratedRegex(
        "[._-]?(?<![a-z])(training|train|base|testing|test|validation|valid|val|dev|negatives?|rating|full|tr)(?![a-z])(set)?",
        RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
