using System.Text.Json;
using System.Web;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Tests.Experiments.GrowthBook;

/// <summary>An experiment and a person in GrowthBook's words, said in ours; nothing is decided here.</summary>
internal sealed class GrowthBookExperiment(string key, JsonElement definition, JsonElement context)
{
    private const long Id = 1;

    private static readonly DateTimeOffset Now = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    private readonly AttributeMap _attributes = Field(context, "attributes") is { } attributes ? AttributeJson.ReadMap(attributes) : AttributeMap.Empty;

    private JsonElement Variations => definition.GetProperty("variations");

    public string[] Keys => [.. Enumerable.Range(0, Variations.GetArrayLength()).Select(KeyOf)];

    public CompiledExperiment Compiled
    {
        get
        {
            var variants = Keys.Select(variant => new Variant(variant, null, 1d / Keys.Length)).ToList();
            var status = Field(definition, "active")?.GetBoolean() is false ? ExperimentStatus.Draft
                : Field(context, "enabled")?.GetBoolean() is false ? ExperimentStatus.Paused : ExperimentStatus.Running;
            return new CompiledExperiment(
                new Experiment(Id, key, key, null, status, variants, 1, key, Plan.HashVersion, null, null, null), Plan);
        }
    }

    public AllocationPlan Plan => new()
    {
        ExperimentId = Id,
        Variants = Keys,
        Ranges = Field(definition, "ranges") is { } ranges
            ? HashingCasesTests.Ranges(ranges)
            : BucketRanges.Of(
                Keys.Length, Field(definition, "coverage")?.GetDouble() ?? 1, Field(definition, "weights") is { } weights ? HashingCasesTests.Numbers(weights) : null),
        Seed = Text("seed") ?? key,
        HashVersion = Number("hashVersion") ?? 1,
        HashAttribute = Text("hashAttribute") ?? "id",
        FallbackAttribute = Text("fallbackAttribute"),
        Filters = Field(definition, "filters") is { } filters ? [.. filters.EnumerateArray().Select(Filter)] : [],
        Namespace = Field(definition, "namespace") is { } share ? new NamespaceShare(share[0].GetString()!, share[1].GetDouble(), share[2].GetDouble()) : null,
        Targets = Field(definition, "condition") is { } condition ? ConditionCompiler.Compile(ConditionParser.Parse(condition).Condition, Groups()) : null,
        IsSticky = Field(definition, "disableStickyBucketing")?.GetBoolean() is not true,
        BucketVersion = Number("bucketVersion") ?? 0,
        MinBucketVersion = Number("minBucketVersion") ?? 0,
        Released = Number("force"),
    };

    public Applicant Applicant(IReadOnlyList<KeptAssignment>? kept = null) =>
        new(_attributes["id"] is { Kind: AttributeKind.Text } id ? id.Text : null, _attributes, Now)
        {
            Kept = kept,
            IsTester = Field(context, "qaMode")?.GetBoolean() is true,
            Forced = ForcedIndex() is { } index ? new Dictionary<string, string> { [key] = KeyOf(index) } : null,
        };

    public Assignment Run(IReadOnlyList<KeptAssignment>? kept = null) => Compiled.Assign(Applicant(kept), ParentsAreMet);

    public bool ParentsAreMet() => Field(definition, "parentConditions") is not { } parents || parents.EnumerateArray().All(parent =>
    {
        var value = context.GetProperty("features").GetProperty(parent.GetProperty("id").GetString()!).GetProperty("defaultValue");
        var condition = ConditionCompiler.Compile(ConditionParser.Parse(parent.GetProperty("condition")).Condition, Groups());
        return condition(new AttributeMap([KeyValuePair.Create("value", AttributeJson.Read(value))]));
    });

    public JsonElement ValueOf(int variant) => Variations[variant];

    /// <summary>The attribute and what the person has there, or null for nothing.</summary>
    public string? AttributeText(string? attribute) => attribute is not null && _attributes[attribute] is { Kind: AttributeKind.Text } value ? value.Text : null;

    internal static JsonElement? Field(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value : null;

    private static BucketFilter Filter(JsonElement filter) => new(
        filter.GetProperty("seed").GetString()!, HashingCasesTests.Ranges(filter.GetProperty("ranges")),
        Field(filter, "attribute")?.GetString() ?? "id", Field(filter, "hashVersion")?.GetInt32() ?? 2);

    private string KeyOf(int index) => Field(definition, "meta") is { } meta ? meta[index].GetProperty("key").GetString()! : $"{index}";

    private int? ForcedIndex() => Field(context, "url") is { } url && HttpUtility.ParseQueryString(new Uri(url.GetString()!).Query)[key] is { } asked
        ? int.Parse(asked, System.Globalization.CultureInfo.InvariantCulture)
        : Field(context, "forcedVariations") is { } forced ? Field(forced, key)?.GetInt32() : null;

    private SavedGroups Groups() => Field(context, "savedGroups") is not { } groups ? SavedGroups.Empty : new SavedGroups(
        groups.EnumerateObject().Select(group => KeyValuePair.Create(
            group.Name, (IReadOnlyList<AttributeValue>)AttributeJson.Read(group.Value).Items)));

    private string? Text(string name) => Field(definition, name)?.GetString();

    private int? Number(string name) => Field(definition, name)?.GetInt32();
}
