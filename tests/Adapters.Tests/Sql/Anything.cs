using CsCheck;
using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Adapters.Tests.Sql;

/// <summary>Random values as senders may send them.</summary>
internal static class Anything
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.OneOf("a", "Z", "0", " ", "'", "\"", "\\", ";", "%", "_", "@p", "--", "null"),
        Gen.OneOf("é", "e\u0301", "ß", "İ", "漢字", "عربى", "\u200f", "😀", "👩‍👩‍👧", "\n", "\t", "\u2028", "\uffff"));

    /// <summary>Whole milliseconds of the years 2000 to 2199, which is what the tables hold.</summary>
    public static Gen<DateTimeOffset> Instant { get; } =
        Gen.Long[946_684_800_000, 7_258_118_399_999].Select(DateTimeOffset.FromUnixTimeMilliseconds);

    public static Gen<DateTimeOffset?> InstantOrNull { get; } = Gen.Bool.SelectMany(
        known => known ? Instant.Select(instant => (DateTimeOffset?)instant) : Gen.Const((DateTimeOffset?)null));

    public static Gen<AttributeMap> Map { get; } = MapOf(2);

    /// <summary>Cents from nothing to twelve digits before the point.</summary>
    public static Gen<decimal> Money { get; } = Gen.Long[0, 99_999_999_999_999].Select(cents => cents / 100m);

    /// <summary>A text of at most that many characters, now and then exactly so many.</summary>
    public static Gen<string> Text(int longest) => Gen.Frequency(
        (6, Piece.List[1, 6].Select(pieces => Cut(string.Concat(pieces), longest))),
        (1, Gen.OneOf("x", "漢", "é").Select(one => string.Concat(Enumerable.Repeat(one, longest)))));

    public static Gen<string?> TextOrNull(int longest) =>
        Gen.Bool.SelectMany(known => known ? Text(longest).Select(text => (string?)text) : Gen.Const((string?)null));

    private static Gen<AttributeMap> MapOf(int depth) =>
        Gen.Select(Text(20), Value(depth)).List[0, 4].Select(members => new AttributeMap(
            members.DistinctBy(member => member.Item1).Select(member => KeyValuePair.Create(member.Item1, member.Item2))));

    private static Gen<AttributeValue> Value(int depth)
    {
        var scalar = Gen.OneOf(
            Gen.OneOf<AttributeValue>(AttributeValue.Null, AttributeValue.True, AttributeValue.False, 0, -1.5, 0.1, double.MaxValue, double.Epsilon),
            Text(50).Select(text => (AttributeValue)text),
            Gen.OneOf("", "\0", "2026-05-01", "1").Select(text => (AttributeValue)text));
        return depth == 0
            ? scalar
            : Gen.Frequency(
                (4, scalar),
                (1, Value(depth - 1).Array[0, 3].Select(items => (AttributeValue)items)),
                (1, MapOf(depth - 1).Select(map => (AttributeValue)map)));
    }

    /// <summary>Half of a surrogate pair is no character.</summary>
    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;
        return char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)] : text[..longest];
    }
}
