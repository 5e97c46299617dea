using System.Text;
using System.Text.Json;
using Feed.Tests.Receiver;
using PersonalizationEngine.Feed.Replay.Mapping;
using PersonalizationEngine.Feed.Replay.Mapping.Yaml;
using PersonalizationEngine.Feed.Replay.Reading;
using PersonalizationEngine.Feed.Replay.Values;

namespace Feed.Tests.Replay;

/// <summary>Applies mappings to rows, for tables of cases.</summary>
internal static class Mappings
{
    public static readonly DateTimeOffset Now = new(2026, 6, 17, 12, 0, 0, TimeSpan.Zero);

    public static TemplateMapping Parse(string yaml)
    {
        Assert.True(MappingReader.Read(yaml, "test.yaml", null).TryGet(out var mapping, out var failure), failure);
        return mapping;
    }

    public static string FaultOf(string yaml)
    {
        Assert.False(MappingReader.Read(yaml, "test.yaml", null).TryGet(out _, out var failure));
        return failure;
    }

    /// <summary>The events that the rows of a delimited text give.</summary>
    public static List<JsonElement> Apply(string yaml, string text, TimeSpan shift = default)
    {
        var rows = Map(Parse(yaml), text, shift);
        Assert.All(rows, row => Assert.Null(row.Fault));
        return [.. rows.SelectMany(row => row.Events).Select(wireEvent => JsonElement.Parse(wireEvent.Json.Span))];
    }

    public static List<MappedRow> Map(IRowMapping mapping, string text, TimeSpan shift = default)
    {
        using var folder = new TemporaryFolder();
        Assert.True(SourceFile.Open(folder.File("rows", text), null).TryGet(out var reader, out _));
        var moments = new MomentContext(Now, shift);
        using (reader) return [.. reader.Records().Cast<SourceRecord.Row>().Select(row => mapping.Map(row, moments))];
    }

    /// <summary>The value a field takes for one row with the columns A and B, as JSON; "absent" where there is none.</summary>
    public static string FieldOf(string field, string a, string b = "")
    {
        var yaml = new StringBuilder("events:\n  - to: cdp\n    fields:\n").Append("      it: ").AppendLine(field);
        var sent = Assert.Single(Apply(yaml.ToString(), $"A\tB\tFilled\n{a}\t{b}\tx\n"));
        return sent.TryGetProperty("it", out var value) ? value.GetRawText() : "absent";
    }
}
