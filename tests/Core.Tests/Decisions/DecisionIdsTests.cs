using CsCheck;
using PersonalizationEngine.Core.Decisions.Attribution;
using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Tests.Decisions;

public sealed class DecisionIdsTests
{
    private static readonly DecisionIds Ids = new([.. Enumerable.Range(0, 32).Select(value => (byte)value)]);

    private static readonly Gen<ExplorationChoice?> Choices = Gen.Select(
        Gen.Float[0.001f, 1], Gen.Int[1, 20], Gen.Int[0, 19], Gen.Int[0, 19],
        (propensity, eligible, newer, more) => new ExplorationChoice(propensity, eligible, newer, more, 1)).Nullable();

    private static readonly Gen<DecisionTicket> Tickets = Gen.Select(
        Gen.Long[0, 4_000_000_000_000], Gen.UInt, Gen.String[Gen.Char['!', '\u04FF'], 1, 255],
        Gen.Select(Gen.Long[1, long.MaxValue], Gen.Int[0, 19], (id, variant) => new ServedVariant(id, variant)).List[0, 20],
        Gen.Select(Gen.String[1, 64], Gen.Long[1, long.MaxValue].Nullable(), (slot, rule) => new ServedSlot(slot, rule)).List[0, 32],
        Gen.Select(Gen.String[1, 255], Gen.OneOf("item_based", "trending", "comparison"), Choices, Gen.Int[0, 1].Nullable(),
            (item, source, choice, team) => new ServedItem(item, source) { Choice = choice, Team = team }).List[0, 100],
        Gen.Bool,
        (at, nonce, person, variants, slots, items, compared) =>
            new DecisionTicket(DateTimeOffset.FromUnixTimeMilliseconds(at), nonce, person, variants, slots, items) { IsCompared = compared });

    [Fact]
    public void Read_WrittenTicket_IsTheSame() => Tickets.Sample(ticket =>
    {
        var read = Ids.Read(Ids.Write(ticket))!;
        return read.IssuedAt == ticket.IssuedAt && read.Nonce == ticket.Nonce && read.PersonId == ticket.PersonId && read.IsCompared == ticket.IsCompared
            && read.Variants.SequenceEqual(ticket.Variants) && read.Slots.SequenceEqual(ticket.Slots) && read.Items.SequenceEqual(ticket.Items);
    });

    [Fact]
    public void Read_AnyCharacterChanged_IsNone() => Gen.Select(Tickets, Gen.Int[0, 10_000], Gen.Char['A', 'Z']).Sample((ticket, place, other) =>
    {
        var id = Ids.Write(ticket);
        var at = place % (id.Length - 1);
        var forged = string.Concat(id.AsSpan(0, at), other.ToString(), id.AsSpan(at + 1));
        return forged == id || Ids.Read(forged) is null;
    });

    /// <summary>Made before tickets told of comparisons and choices; reports on them keep coming for a month.</summary>
    [Fact]
    public void Read_IdOfTheFirstFormat_IsRead()
    {
        const string Old = "AYDE7rLiMwAAAAcDYWRhAQMBAlxZDMGPAAIB5ikBVjQPBs-uDx1VJFKe";

        var read = Ids.Read(Old)!;

        Assert.Equal(("ada", 7u, false), (read.PersonId, read.Nonce, read.IsCompared));
        Assert.Equal([new ServedVariant(3, 1)], read.Variants);
        Assert.Equal([new ServedSlot("hero", 12), new ServedSlot("banner", null)], read.Slots);
        Assert.Equal([new ServedItem("tea", "item_based"), new ServedItem("cup", "new")], read.Items);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("not base64 at all!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    public void Read_Nonsense_IsNone(string id) => Assert.Null(Ids.Read(id));

    [Fact]
    public void Read_IdOfAnotherKey_IsNone()
    {
        var ticket = new DecisionTicket(DateTimeOffset.UnixEpoch, 1, "p", [], [], []);

        Assert.Null(new DecisionIds(new byte[32]).Read(Ids.Write(ticket)));
    }

    [Fact]
    public void Write_UsualDecision_IsShortEnoughForAnyLog()
    {
        var ticket = new DecisionTicket(
            DateTimeOffset.UnixEpoch.AddYears(56), 1, "user-12345", [new ServedVariant(3, 1)], [new ServedSlot("hero", 12), new ServedSlot("banner", null)],
            [.. Enumerable.Range(0, 10).Select(item => new ServedItem($"item-{item}", "item_based"))]);

        Assert.InRange(Ids.Write(ticket).Length, 80, 140);
    }

    [Fact]
    public void SourceOf_ItemNotServed_IsNone()
    {
        var ticket = new DecisionTicket(DateTimeOffset.UnixEpoch, 1, "p", [], [new ServedSlot("hero", 4)], [new ServedItem("a", "trending")]);

        Assert.Equal(("trending", null), (ticket.SourceOf("a"), ticket.SourceOf("b")));
        Assert.True(ticket.TryFindSlot("hero", out var rule));
        Assert.Equal(4, rule);
        Assert.False(ticket.TryFindSlot("banner", out _));
    }
}
