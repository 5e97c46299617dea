using System.Buffers;
using System.Text;
using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Experiments.Allocation;

namespace PersonalizationEngine.Core.Experiments.Documents;

/// <summary>Reads and writes the design of an experiment, in the fields the API names and the store keeps.</summary>
public static class ExperimentDesignDocument
{
    public const int MaxForced = 1_000, MaxPrerequisites = 20, MaxVersion = 1_000_000;

    private const int MaxAttributeLength = 100;

    private static readonly string[] Kinds = ["split", "interleaving"];

    private static readonly string PlainJson = ToJson(ExperimentDesign.Plain);

    public static IReadOnlyList<string> Fields { get; } =
    [
        "type", "hash_attribute", "fallback_attribute", "filters", "namespace", "prerequisites", "forced", "sticky", "bucket_version",
        "min_bucket_version", "ignore_holdout", "released_variant",
    ];

    public static string Name(this ExperimentKind kind) => Kinds[(int)kind];

    /// <param name="variants">Keys of the experiment's variants, that others may be named by.</param>
    public static ExperimentDesign Read(DocumentReader reader, IReadOnlyCollection<string> variants)
    {
        var version = (int)(reader.Integer("bucket_version", 0, MaxVersion) ?? 0);
        var released = reader.Text("released_variant", 64);
        if (released is not null && !variants.Contains(released)) reader.Fault("released_variant", "must be the key of a variant");
        var design = new ExperimentDesign
        {
            Kind = reader.OneOf("type", Kinds) is { } kind ? (ExperimentKind)Array.IndexOf(Kinds, kind) : ExperimentKind.Split,
            HashAttribute = reader.Text("hash_attribute", MaxAttributeLength) ?? Applicant.IdAttribute,
            FallbackAttribute = reader.Text("fallback_attribute", MaxAttributeLength),
            Filters = BucketFilterDocument.Read(reader, "filters"),
            Namespace = BucketFilterDocument.ReadNamespace(reader, "namespace"),
            Prerequisites = [.. reader.Children("prerequisites", 0, MaxPrerequisites).Select(ReadPrerequisite)],
            Forced = ReadForced(reader, variants),
            IsSticky = reader.Flag("sticky") ?? true,
            BucketVersion = version,
            MinBucketVersion = (int)(reader.Integer("min_bucket_version", 0, version) ?? 0),
            IgnoresHoldout = reader.Flag("ignore_holdout") ?? false,
            Released = released,
        };
        return ToJson(design) == PlainJson ? ExperimentDesign.Plain : design;
    }

    /// <summary>A design that was accepted once.</summary>
    /// <exception cref="JsonException">Somebody wrote it past the engine, and it makes no sense.</exception>
    public static ExperimentDesign Restore(JsonElement json, IReadOnlyCollection<string> variants)
    {
        var reader = new DocumentReader(json);
        var design = Read(reader, variants);
        return reader.Faults.Count == 0 ? design : throw new JsonException($"{reader.Faults[0].Field} {reader.Faults[0].Message}");
    }

    public static string ToJson(ExperimentDesign design)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("type", design.Kind.Name());
        json.WriteString("hash_attribute", design.HashAttribute);
        if (design.FallbackAttribute is not null) json.WriteString("fallback_attribute", design.FallbackAttribute);
        BucketFilterDocument.Write(json, design);
        json.WriteStartArray("prerequisites");
        foreach (var prerequisite in design.Prerequisites)
        {
            json.WriteStartObject();
            json.WriteString("experiment", prerequisite.Experiment);
            WriteTexts(json, "variants", prerequisite.Variants);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("forced");
        foreach (var (variant, people) in ForcedByVariant(design)) WriteTexts(json, variant, people);
        json.WriteEndObject();
        json.WriteBoolean("sticky", design.IsSticky);
        json.WriteNumber("bucket_version", design.BucketVersion);
        json.WriteNumber("min_bucket_version", design.MinBucketVersion);
        json.WriteBoolean("ignore_holdout", design.IgnoresHoldout);
        if (design.Released is not null) json.WriteString("released_variant", design.Released);
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Testers' ids by variant, as documents have them.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ForcedByVariant(ExperimentDesign design) => design.Forced
        .GroupBy(forced => forced.Value, forced => forced.Key, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group], StringComparer.Ordinal);

    private static Prerequisite ReadPrerequisite(DocumentReader reader)
    {
        reader.RefuseUnknown("experiment", "variants");
        return new Prerequisite(reader.Text("experiment", 64, required: true) ?? "", reader.Texts("variants", ExperimentDocument.MaxVariants, 64) ?? []);
    }

    private static Dictionary<string, string> ReadForced(DocumentReader reader, IReadOnlyCollection<string> variants)
    {
        var forced = new Dictionary<string, string>(StringComparer.Ordinal);
        if (reader.Child("forced") is not { } people) return forced;
        people.RefuseUnknown([.. variants]);
        foreach (var variant in variants)
        {
            foreach (var person in people.Texts(variant, MaxForced, 255) ?? [])
                if (!forced.TryAdd(person, variant)) people.Fault(variant, $"has {person}, whom another variant has already");
        }

        return forced;
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
