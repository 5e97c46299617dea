using CsCheck;
using PersonalizationEngine.Engine.Delivery.Links;

namespace PersonalizationEngine.Engine.Tests.Delivery.Links;

public sealed class LinkTokensTests
{
    private static readonly LinkTokens Tokens = new(new LinkKey([.. Enumerable.Range(0, 32).Select(i => (byte)i)])), Others = new(new LinkKey(new byte[32]));

    private static readonly Gen<string> Urls = Gen.Select(OneOf("https://", "http://"), Gen.String[Gen.Char['!', 'ÿ'], 1, 60], (scheme, rest) => scheme + rest);

    private static readonly Gen<string> Messages = Gen.Byte.Array[16].Select(bytes => $"msg_{Convert.ToHexStringLower(bytes)}");

    [Fact]
    public void Tracked_WhateverItIs_ComesBack() => Gen.Select(Messages, Urls).Sample(
        (message, url) =>
        {
            var link = new TrackedLink(message, url);
            Assert.Equal(link, Tokens.ReadTracked(Tokens.Write(link)));
            Assert.Null(Others.ReadTracked(Tokens.Write(link)));
            Assert.Null(Tokens.ReadOpened(Tokens.Write(link)));
            Assert.Equal(message, Tokens.ReadOpened(Tokens.WriteOpened(message)));
        });

    [Fact]
    public void Person_WhateverTheyAre_ComesBackAndCannotBeRead() => Gen.Select(Gen.String[1, 60], OneOf(null, "offers"), OneOf(null, "msg_1")).Sample(
        (person, topic, message) =>
        {
            if (person.Any(char.IsSurrogate)) return;
            var link = new PersonLink(person, "email", topic, message);
            var token = Tokens.Write(link);
            Assert.Equal(link, Tokens.ReadPerson(token));
            Assert.Equal(token, Tokens.Write(link));
            Assert.Null(Others.ReadPerson(token));
        });

    [Fact]
    public void Tokens_ChangedAnywhere_AreNobodys() => Gen.Select(Messages, Urls, Gen.Int[0, 10_000], OneOf("ABCabc019-_=+/ %".ToCharArray())).Sample(
        (message, url, place, character) =>
        {
            foreach (var token in new[] { Tokens.Write(new TrackedLink(message, url)), Tokens.Write(new PersonLink(url, "sms", null, message)), Tokens.WriteOpened(message) })
            {
                var at = place % token.Length;
                if (token[at] == character) continue;
                foreach (var changed in new[] { token[..at] + character + token[(at + 1)..], token[..at], token + character, token[..at] + character + token[at..] })
                {
                    if (changed == token) continue;
                    Assert.Null(Tokens.ReadTracked(changed));
                    Assert.Null(Tokens.ReadPerson(changed));
                    Assert.Null(Tokens.ReadOpened(changed));
                }
            }
        });

    [Theory]
    [InlineData("msg_0193a1b2c3d4e5f60718293a4b5c6d7e", true)]
    [InlineData("msg_0193A1B2c3d4e5f60718293a4b5c6d7e", false)]
    [InlineData("m-1", false)]
    [InlineData(null, false)]
    public void CanName_OnlyIdsOfOurs(string? id, bool expected) => Assert.Equal(expected, LinkTokens.CanName(id));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);
}
