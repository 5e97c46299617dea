using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Core.Decisions.Attribution;

/// <summary>
/// An item of a ticket in bytes: three of its id's hash, one of its source, and where chance chose it eight more that the
/// source's highest bit announces. The two bits below it tell the team of an interleaved list. Ids of before there were such
/// bits read the same.
/// </summary>
internal static class ServedItemFormat
{
    public const int MostBytes = 12;

    private const byte ChoiceFollows = 0x80, HasTeam = 0x40, IsSecondTeam = 0x20, SourceBits = 0x1F;

    public static void Write(ref TicketWriter writer, in ServedItem item)
    {
        var source = AttributedSources.NumberOf(item.Source);
        writer.UInt24(item.Hash);
        if (item.Choice is not null) source |= ChoiceFollows;
        if (item.Team is { } team) source |= (byte)(HasTeam | (team == 0 ? 0 : IsSecondTeam));
        writer.Byte(source);
        if (item.Choice is not { } choice) return;
        writer.UInt32(BitConverter.SingleToUInt32Bits((float)choice.Propensity));
        writer.Byte((byte)choice.Eligible);
        writer.Byte((byte)choice.Newer);
        writer.Byte((byte)choice.MoreClicked);
        writer.Byte((byte)choice.EquallyClicked);
    }

    public static ServedItem Read(ref TicketReader reader)
    {
        var hash = reader.UInt24();
        var source = reader.Byte();
        var item = new ServedItem(hash, AttributedSources.NameOf((byte)(source & SourceBits)))
        {
            Team = (source & HasTeam) == 0 ? null : (source & IsSecondTeam) == 0 ? 0 : 1,
        };
        return (source & ChoiceFollows) == 0 ? item : item with { Choice = ReadChoice(ref reader) };
    }

    private static ExplorationChoice ReadChoice(ref TicketReader reader)
    {
        double propensity = BitConverter.UInt32BitsToSingle(reader.UInt32());
        return new ExplorationChoice(propensity, reader.Byte(), reader.Byte(), reader.Byte(), reader.Byte());
    }
}
