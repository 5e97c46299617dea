using CsCheck;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Core.Tests.Experiments;

public sealed class AllocatorTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<double[]> Weights = Gen.Int[1, 100].Array[2, 6].Select(parts => parts.Select(part => (double)part / parts.Sum()).ToArray());

    [Fact]
    public void Allocate_CoverageRaised_LetsPeopleInAndMovesNobody() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Weights, Gen.String[1, 20]).Sample((one, other, weights, id) =>
        {
            var narrow = Allocate(Plan(weights, Math.Min(one, other)), id);
            var wide = Allocate(Plan(weights, Math.Max(one, other)), id);
            return !narrow.Counts || narrow == wide;
        });

    [Fact]
    public void Allocate_AnyRowOfCoveragesAndWeights_KeepsWhoWasServed() =>
        Gen.Select(Gen.Select(Gen.Double[0, 1], Gen.Int[1, 100].Array[3]).Array[1, 8], Gen.String[1, 20]).Sample((changes, id) =>
        {
            var kept = new List<KeptAssignment>();
            foreach (var (coverage, parts) in changes)
            {
                var plan = Plan([.. parts.Select(part => (double)part / parts.Sum())], coverage);
                var place = Allocate(plan, id, kept);
                if (kept.Count > 0 && (place.Reason != AssignmentReason.Kept || plan.Variants[place.Variant] != kept[0].Variant)) return false;
                if (kept.Count == 0 && place != Allocate(plan, id)) return false;
                if (place.Counts && kept.Count == 0) kept.Add(new KeptAssignment(1, 0, plan.Variants[place.Variant]));
            }

            return true;
        });

    [Fact]
    public void Allocate_AnythingAtAll_NeverThrowsAndNamesAVariantThereIs() =>
        Gen.Select(
            Gen.Select(Gen.Double, Gen.Double.Array[0, 5], Gen.Int[0, 5], Gen.Int[-1, 4]),
            Gen.Select(Gen.String, Gen.String, Gen.String, Gen.Double, Gen.Double),
            Gen.Select(Gen.Int, Gen.Int, Gen.Int[-9, 9]),
            Gen.Select(Gen.String, Gen.Bool, Gen.Bool)).Sample((spread, texts, versions, who) =>
        {
            var plan = new AllocationPlan
            {
                ExperimentId = 1,
                Variants = [.. Enumerable.Range(0, spread.Item3).Select(i => $"{i}")],
                Ranges = spread.Item3 == 0 ? [] : BucketRanges.Of(spread.Item3, spread.Item1, spread.Item2),
                Seed = texts.Item1,
                HashVersion = spread.Item4,
                HashAttribute = texts.Item2,
                FallbackAttribute = texts.Item3,
                Filters = who.Item2 ? [new BucketFilter(texts.Item3, [new BucketRange(texts.Item4, texts.Item5)], "id", spread.Item4)] : [],
                Namespace = who.Item3 ? new NamespaceShare(texts.Item1, texts.Item4, texts.Item5) : null,
                BucketVersion = versions.Item1,
                MinBucketVersion = versions.Item2,
                Released = versions.Item3 < 5 ? null : versions.Item3,
            };
            var attributes = new AttributeMap([KeyValuePair.Create(texts.Item2, (AttributeValue)texts.Item4)]);
            var applicant = new Applicant(who.Item1, attributes, Now) { Kept = [new KeptAssignment(1, versions.Item1, "1")], IsTester = who.Item2 };
            var place = new Allocator(plan).Allocate(applicant, () => who.Item3);
            return place.Variant == 0 || (place.IsServed && place.Variant < plan.Variants.Count);
        });

    [Fact]
    public void Spread_ManyAtOnce_IsWhatEachGetsAlone() => Gen.Select(Gen.String.Array[0, 30], Gen.Int[1, 3], Gen.String).Sample((ids, version, seed) =>
    {
        var allocator = new Allocator(Plan([0.2, 0.3, 0.5], 0.9) with { Seed = seed, HashVersion = version });
        var variants = new int[ids.Length];
        allocator.Spread(ids, variants);
        return variants.SequenceEqual(ids.Select(id => allocator.Spread(id)));
    });

    [Fact]
    public void Allocate_FiltersThatShareALine_ExcludeOneAnother() => Gen.String[1, 20].Sample(id =>
    {
        var first = Allocate(Plan([0.5, 0.5], 1) with { Filters = [new BucketFilter("layer", [new BucketRange(0, 0.3)], "id", 2)] }, id);
        var second = Allocate(Plan([0.5, 0.5], 1) with { Seed = "other", Filters = [new BucketFilter("layer", [new BucketRange(0.3, 1)], "id", 2)] }, id);
        return first.Counts != second.Counts;
    });

    [Theory]
    [InlineData("é", 0.5265)]
    [InlineData("pérson-✓", 0.711)]
    public void Bucket_TextBeyondAscii_IsThatOfTheSdkForJavaScript(string id, double bucket) =>
        Assert.Equal(bucket, new BucketSeed("säed", 2).BucketOf(id));

    private static AllocationPlan Plan(double[] weights, double coverage) => new()
    {
        ExperimentId = 1,
        Variants = [.. weights.Select((_, i) => $"v{i}")],
        Ranges = BucketRanges.Of(weights.Length, coverage, weights),
        Seed = "seed",
    };

    private static Allocation Allocate(AllocationPlan plan, string id, IReadOnlyList<KeptAssignment>? kept = null) =>
        new Allocator(plan).Allocate(new Applicant(id, AttributeMap.Empty, Now) { Kept = kept });
}
