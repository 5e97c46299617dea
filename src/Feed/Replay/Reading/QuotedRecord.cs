using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace PersonalizationEngine.Feed.Replay.Reading;

/// <summary>Parts a record with quoted fields into its fields (RFC 4180, by CsvHelper).</summary>
internal sealed class QuotedRecord
{
    private readonly CsvConfiguration _configuration;
    private bool _isBad;

    public QuotedRecord(char delimiter) => _configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter.ToString(),
        Mode = CsvMode.RFC4180,
        IgnoreBlankLines = false,
        BadDataFound = _ => _isBad = true,
    };

    /// <returns>Null where quotes stand in the wrong places.</returns>
    public string[]? Parse(string text)
    {
        _isBad = false;
        using var parser = new CsvParser(new StringReader(text), _configuration);
        var fields = parser.Read() ? parser.Record : null;

        // a second record means that a quote closed too early
        return _isBad || parser.Read() ? null : fields;
    }
}
