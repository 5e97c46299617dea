using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Experiments.Allocation;

namespace PersonalizationEngine.Core.Experiments.Documents;

/// <summary>Filters and namespaces: which part of which line of buckets an experiment keeps for itself.</summary>
internal static class BucketFilterDocument
{
    private const int MaxFilters = 10, MaxRanges = 20;
    private const string RangeRule = "must be a list of 1 to 20 ranges [start, end] with 0 <= start <= end <= 1";

    public static IReadOnlyList<BucketFilter> Read(DocumentReader reader, string name) =>
        [.. reader.Children(name, 0, MaxFilters).Select(ReadFilter)];

    public static NamespaceShare? ReadNamespace(DocumentReader reader, string name)
    {
        if (reader.Child(name) is not { } one) return null;
        one.RefuseUnknown("id", "start", "end");
        var (id, start, end) = (one.Text("id", 200, required: true), one.Number("start", 0, 1, required: true), one.Number("end", 0, 1, required: true));
        if (end < start) one.Fault("end", "must not be before start");
        return id is null || start is null || end is null ? null : new NamespaceShare(id, start.Value, end.Value);
    }

    public static void Write(Utf8JsonWriter json, ExperimentDesign design)
    {
        json.WriteStartArray("filters");
        foreach (var filter in design.Filters)
        {
            json.WriteStartObject();
            json.WriteString("seed", filter.Seed);
            json.WriteStartArray("ranges");
            foreach (var range in filter.Ranges)
            {
                json.WriteStartArray();
                json.WriteNumberValue(range.Start);
                json.WriteNumberValue(range.End);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteString("attribute", filter.Attribute);
            json.WriteNumber("hash_version", filter.HashVersion);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (design.Namespace is not { } share) return;
        json.WriteStartObject("namespace");
        json.WriteString("id", share.Id);
        json.WriteNumber("start", share.Start);
        json.WriteNumber("end", share.End);
        json.WriteEndObject();
    }

    private static BucketFilter ReadFilter(DocumentReader reader)
    {
        reader.RefuseUnknown("seed", "ranges", "attribute", "hash_version");
        return new BucketFilter(
            reader.Text("seed", 200, required: true) ?? "",
            ReadRanges(reader),
            reader.Text("attribute", 100) ?? Applicant.IdAttribute,
            (int)(reader.Integer("hash_version", 1, 2) ?? 2));
    }

    private static List<BucketRange> ReadRanges(DocumentReader reader)
    {
        var ranges = new List<BucketRange>();
        if (reader.Raw("ranges") is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() is > 0 and <= MaxRanges)
        {
            foreach (var item in list.EnumerateArray())
                if (ReadRange(item) is { } range) ranges.Add(range);
            if (ranges.Count == list.GetArrayLength()) return ranges;
        }

        reader.Fault("ranges", RangeRule);
        return ranges;
    }

    private static BucketRange? ReadRange(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Array || item.GetArrayLength() != 2) return null;
        if (item[0].ValueKind != JsonValueKind.Number || item[1].ValueKind != JsonValueKind.Number) return null;
        var range = new BucketRange(item[0].GetDouble(), item[1].GetDouble());
        return range.Start >= 0 && range.End >= range.Start && range.End <= 1 ? range : null;
    }
}
