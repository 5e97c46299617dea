using CsCheck;
using PersonalizationEngine.Core.Delivery.Texts;

namespace PersonalizationEngine.Core.Tests.Delivery.Texts;

public sealed class SmsTextTests
{
    private const string Basic = "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà\r\n09azAZ";

    private static readonly Gen<string> Text = Gen.Select(
        Gen.OneOf("a €", "aä{}", "aя", "a🎉я", "€", "🎉", "a\ud83c", "aàñ|\n"), Gen.Int[0, 500], Gen.Int[1, 1_000_000],
        (letters, count, seed) => Written([.. Runes(letters)], count, seed));

    [Theory]
    [InlineData("a", 0, SmsEncoding.Gsm7, 0, 0)]
    [InlineData("a", 160, SmsEncoding.Gsm7, 160, 1)]
    [InlineData("a", 161, SmsEncoding.Gsm7, 161, 2)]
    [InlineData("a", 306, SmsEncoding.Gsm7, 306, 2)]
    [InlineData("a", 307, SmsEncoding.Gsm7, 307, 3)]
    [InlineData("€", 80, SmsEncoding.Gsm7, 160, 1)]
    [InlineData("€", 81, SmsEncoding.Gsm7, 162, 2)]
    [InlineData("€", 152, SmsEncoding.Gsm7, 304, 2)] // 76 each: half of one does not fit
    [InlineData("€", 153, SmsEncoding.Gsm7, 306, 3)]
    [InlineData("я", 70, SmsEncoding.Ucs2, 70, 1)]
    [InlineData("я", 71, SmsEncoding.Ucs2, 71, 2)]
    [InlineData("я", 134, SmsEncoding.Ucs2, 134, 2)]
    [InlineData("я", 135, SmsEncoding.Ucs2, 135, 3)]
    [InlineData("🎉", 35, SmsEncoding.Ucs2, 70, 1)]
    [InlineData("🎉", 66, SmsEncoding.Ucs2, 132, 2)] // 33 each
    [InlineData("🎉", 67, SmsEncoding.Ucs2, 134, 3)]
    [InlineData("ç", 1, SmsEncoding.Ucs2, 1, 1)] // only the capital is in the alphabet
    [InlineData("’", 1, SmsEncoding.Ucs2, 1, 1)]
    [InlineData("`", 1, SmsEncoding.Ucs2, 1, 1)]
    [InlineData("\t", 1, SmsEncoding.Ucs2, 1, 1)]
    public void Of_SameLetterAgain_CountsAsTheStandardSays(string letter, int times, SmsEncoding encoding, int units, int segments)
    {
        var text = SmsText.Of(string.Concat(Enumerable.Repeat(letter, times)));

        Assert.Equal((encoding, units, segments), (text.Encoding, text.Units, text.Segments.Count));
    }

    [Fact]
    public void Of_WholeAlphabet_IsGsm()
    {
        Assert.Equal((SmsEncoding.Gsm7, Basic.Length), (SmsText.Of(Basic).Encoding, SmsText.Of(Basic).Units));
        Assert.Equal((SmsEncoding.Gsm7, 20), (SmsText.Of("\f^{}\\[~]|€").Encoding, SmsText.Of("\f^{}\\[~]|€").Units));
    }

    [Fact]
    public void Of_OneLetterOutside_NamesIt() => Assert.Equal(["’", "🎉"], SmsText.Of("It’s a ’ 🎉").OutsideGsm);

    [Fact]
    public void Of_Escape_IsNotLeftAtTheEndOfASegment()
    {
        var text = SmsText.Of(new string('a', 152) + "€" + new string('b', 20));

        Assert.Equal([152, 21], text.Segments.Select(segment => segment.Length));
    }

    [Fact]
    public void Of_AnyText_IsCutWithoutLossWithinBoundsAndNotThroughACharacter() => Text.Sample(written =>
    {
        var text = SmsText.Of(written);
        var most = text.Encoding == SmsEncoding.Gsm7 ? (text.Segments.Count == 1 ? 160 : 153) : text.Segments.Count == 1 ? 70 : 67;

        Assert.Equal(written, string.Concat(text.Segments));
        Assert.Equal(text.Units, text.Segments.Sum(Units));
        Assert.All(text.Segments, segment => Assert.InRange(Units(segment), 1, most));
        // Filled up: the next character would not have fitted.
        Assert.All(text.Segments.Zip(text.Segments.Skip(1)), pair => Assert.True(Units(pair.First) + 2 > most || Units(pair.First) == most));
        Assert.All(text.Segments.Zip(text.Segments.Skip(1)), pair => Assert.False(char.IsSurrogatePair(pair.First[^1], pair.Second[0])));

        int Units(string part) => text.Encoding == SmsEncoding.Ucs2 ? part.Length : part.Sum(letter => "\f^{}\\[~]|€".Contains(letter) ? 2 : 1);
    }, iter: 5_000, threads: 1);

    private static IEnumerable<string> Runes(string text)
    {
        for (var index = 0; index < text.Length; index += char.IsSurrogatePair(text, index) ? 2 : 1)
            yield return text.Substring(index, index + 1 < text.Length && char.IsSurrogatePair(text, index) ? 2 : 1);
    }

    private static string Written(string[] letters, int count, int seed)
    {
        var chance = new Random(seed);
        return string.Concat(Enumerable.Range(0, count).Select(_ => letters[chance.Next(letters.Length)]));
    }
}
