using System.Text.Json;
using PersonalizationEngine.Core.Experiments.Allocation;

namespace PersonalizationEngine.Core.Tests.Experiments.GrowthBook;

public sealed class HashingCasesTests
{
    [Fact]
    public void Hash_EveryCase_IsEqual() => GrowthBookCases.AllPass("hash", 15, one => Differs(
        Bucketing.Hash(Text(one[0]), Text(one[1]), one[2].GetInt32()), one[3].ValueKind == JsonValueKind.Null ? null : one[3].GetDouble()));

    [Fact]
    public void Of_EveryCaseOfBucketRanges_IsEqual() => GrowthBookCases.AllPass("getBucketRange", 13, one => Differs(
        string.Join(' ', BucketRanges.Of(one[1][0].GetInt32(), one[1][1].GetDouble(), Numbers(one[1][2])).Select(Rounded)),
        string.Join(' ', Ranges(one[2]).Select(Rounded))));

    [Fact]
    public void Choose_EveryCase_IsEqual() => GrowthBookCases.AllPass(
        "chooseVariation", 13, one => Differs(BucketRanges.Choose(one[1].GetDouble(), Ranges(one[2])), one[3].GetInt32()));

    [Fact]
    public void Contains_EveryCaseOfNamespaces_IsEqual() => GrowthBookCases.AllPass("inNamespace", 16, one => Differs(
        new NamespaceShare(Text(one[2][0]), one[2][1].GetDouble(), one[2][2].GetDouble()).Contains(Text(one[1])), one[3].GetBoolean()));

    [Fact]
    public void EqualWeights_EveryCase_IsEqual() => GrowthBookCases.AllPass("getEqualWeights", 6, one => Differs(
        string.Join(' ', BucketRanges.EqualWeights(one[0].GetInt32()).Select(Rounded)),
        string.Join(' ', Numbers(one[1])!.Select(Rounded))));

    internal static BucketRange[] Ranges(JsonElement ranges) =>
        [.. ranges.EnumerateArray().Select(range => new BucketRange(range[0].GetDouble(), range[1].GetDouble()))];

    internal static double[]? Numbers(JsonElement numbers) =>
        numbers.ValueKind == JsonValueKind.Array ? [.. numbers.EnumerateArray().Select(number => number.GetDouble())] : null;

    private static string Text(JsonElement text) => text.GetString()!;

    private static double Rounded(double number) => Math.Round(number, 6);

    private static string Rounded(BucketRange range) => $"{Rounded(range.Start)}-{Rounded(range.End)}";

    private static string? Differs<T>(T actual, T expected) => Equals(actual, expected) ? null : $"got {actual}, expected {expected}";
}
