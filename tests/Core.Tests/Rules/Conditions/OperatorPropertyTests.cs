using CsCheck;

namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

/// <summary>Operators said in terms of simpler ones.</summary>
public sealed class OperatorPropertyTests
{
    private const int Samples = 1_000;

    private static readonly Gen<string[]> Values = ConditionGenerators.Scalar.Array[0, 30];

    private static readonly Gen<string> VersionPart = Gen.OneOf("0", "1", "9", "10", "12345", "123456", "", "a", "~", "rc");

    private static readonly Gen<string> VersionText = Gen.OneOf(
        VersionPart.Array[2, 5].Select(parts => string.Join('.', parts)), Gen.String[Gen.Char["0129.-+v~a "], 1, 12]);

    [Fact]
    public void In_AnyValues_IsOneOfThemStrictly() =>
        Gen.Select(Values, ConditionGenerators.Scalar).Sample(
            (values, actual) =>
            {
                var attributes = $$"""{"a": {{actual}}}""";
                var any = values.Any(value => Judgement.Matches($$$"""{"a": {"$eq": {{{value}}}}}""", attributes));
                return Judgement.Matches(OfList("$in", values), attributes) == any
                    && Judgement.Matches(OfList("$nin", values), attributes) != any;
            },
            iter: Samples);

    [Fact]
    public void In_ListOfValues_IsAnyOfItsElements() =>
        Gen.Select(Values, ConditionGenerators.Scalar.Array[0, 3]).Sample(
            (values, actual) =>
            {
                var any = actual.Any(item => Judgement.Matches(OfList("$in", values), $$"""{"a": {{item}}}"""));
                return Judgement.Matches(OfList("$in", values), $$"""{"a": [{{string.Join(",", actual)}}]}""") == any;
            },
            iter: Samples);

    [Fact]
    public void All_AnyValues_IsAnElementForEach() =>
        Gen.Select(ConditionGenerators.Scalar.Array[0, 3], ConditionGenerators.Scalar.Array[0, 5]).Sample(
            (values, actual) =>
            {
                var attributes = $$"""{"a": [{{string.Join(",", actual)}}]}""";
                var each = values.All(value =>
                    Judgement.Matches($$$$"""{"a": {"$elemMatch": {"$or": [{{{{value}}}}]}}}""", attributes));
                return Judgement.Matches(OfList("$all", values), attributes) == each;
            },
            iter: Samples);

    [Fact]
    public void Version_AnyTwo_CompareAsTheirPaddedTexts() =>
        Gen.Select(VersionText, VersionText).Sample(
            (actual, expected) =>
            {
                var order = string.CompareOrdinal(Padded(actual), Padded(expected));
                return Versions("$vlt", actual, expected) == (order < 0)
                    && Versions("$vlte", actual, expected) == (order <= 0)
                    && Versions("$veq", actual, expected) == (order == 0)
                    && Versions("$vne", actual, expected) == (order != 0)
                    && Versions("$vgte", actual, expected) == (order >= 0)
                    && Versions("$vgt", actual, expected) == (order > 0);
            },
            iter: Samples);

    private static string OfList(string @operator, string[] values) =>
        $$$"""{"a": {"{{{@operator}}}": [{{{string.Join(",", values)}}}]}}""";

    private static bool Versions(string @operator, string actual, string expected) =>
        Judgement.Matches($$$"""{"a": {"{{{@operator}}}": "{{{expected}}}"}}""", $$"""{"a": "{{actual}}"}""");

    private static string Padded(string version)
    {
        var core = version.Split('+')[0];
        if (core.StartsWith('v')) core = core[1..];
        var parts = core.Split('.', '-').ToList();
        if (parts.Count == 3) parts.Add("~");
        return string.Join('-', parts.Select(part => part.Length > 0 && part.All(char.IsAsciiDigit) ? part.PadLeft(5) : part));
    }
}
