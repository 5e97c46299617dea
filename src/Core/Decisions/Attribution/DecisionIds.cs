using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace PersonalizationEngine.Core.Decisions.Attribution;

/// <summary>
/// Decision ids that carry their own ticket, sealed with HMAC-SHA256 (cut to 64 bits). So a decision is attributable without
/// having been stored: nothing is lost in a crash, under load or between instances that share the key. Thread-safe.
/// </summary>
/// <param name="key">At least 32 random bytes, the same on every instance and over restarts.</param>
public sealed class DecisionIds(byte[] key)
{
    public const int MaxLength = 4096;

    private const byte FormatVersion = 2, FormatOfOldIds = 1;
    private const int SealLength = 8;
    private const int FixedLength = 64;

    private readonly byte[] _key = key.Length >= 32 ? key : throw new ArgumentException("The key must have at least 32 bytes.", nameof(key));

    public string Write(DecisionTicket ticket)
    {
        var bound = FixedLength + (ticket.PersonId.Length * 3) + (ticket.Variants.Count * 11) + (ticket.Slots.Count * 12) + (ticket.Items.Count * ServedItemFormat.MostBytes);
        var rented = ArrayPool<byte>.Shared.Rent(bound);
        var writer = new TicketWriter(rented);
        Write(ref writer, ticket);
        Seal(rented.AsSpan(0, writer.Written), rented.AsSpan(writer.Written, SealLength));
        var id = Base64Url.EncodeToString(rented.AsSpan(0, writer.Written + SealLength));
        ArrayPool<byte>.Shared.Return(rented);
        return id;
    }

    /// <summary>The ticket of an id, or null when the id was not made with this key.</summary>
    public DecisionTicket? Read(string id)
    {
        if (id.Length is 0 or > MaxLength) return null;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(id.Length)];
        if (Base64Url.DecodeFromChars(id, bytes, out _, out var length) != OperationStatus.Done || length <= SealLength) return null;

        var body = bytes.AsSpan(0, length - SealLength);
        Span<byte> seal = stackalloc byte[SealLength];
        Seal(body, seal);
        if (!CryptographicOperations.FixedTimeEquals(seal, bytes.AsSpan(length - SealLength, SealLength))) return null;
        return body[0] is FormatVersion or FormatOfOldIds ? Read(body[0], new TicketReader(body[1..])) : null;
    }

    private static void Write(ref TicketWriter writer, DecisionTicket ticket)
    {
        writer.Byte(FormatVersion);
        writer.Byte(ticket.IsCompared ? (byte)1 : (byte)0);
        writer.Variable((ulong)ticket.IssuedAt.ToUnixTimeMilliseconds());
        writer.UInt32(ticket.Nonce);
        writer.Text(ticket.PersonId);

        writer.Variable((ulong)ticket.Variants.Count);
        foreach (var variant in ticket.Variants)
        {
            writer.Variable((ulong)variant.ExperimentId);
            writer.Byte((byte)variant.VariantIndex);
        }

        writer.Variable((ulong)ticket.Slots.Count);
        foreach (var slot in ticket.Slots)
        {
            writer.UInt16(slot.Hash);
            writer.Variable((ulong)(slot.RuleId ?? 0));
        }

        writer.Variable((ulong)ticket.Items.Count);
        foreach (var item in ticket.Items) ServedItemFormat.Write(ref writer, item);
    }

    private static DecisionTicket Read(byte format, TicketReader reader)
    {
        var isCompared = format != FormatOfOldIds && reader.Byte() == 1;
        var issuedAt = DateTimeOffset.FromUnixTimeMilliseconds((long)reader.Variable());
        var nonce = reader.UInt32();
        var person = reader.Text();

        var variants = new ServedVariant[reader.Variable()];
        for (var i = 0; i < variants.Length; i++) variants[i] = new ServedVariant((long)reader.Variable(), reader.Byte());

        var slots = new ServedSlot[reader.Variable()];
        for (var i = 0; i < slots.Length; i++)
            slots[i] = new ServedSlot(reader.UInt16(), reader.Variable() is > 0 and var rule ? (long)rule : null);

        var items = new ServedItem[reader.Variable()];
        for (var i = 0; i < items.Length; i++) items[i] = ServedItemFormat.Read(ref reader);

        return new DecisionTicket(issuedAt, nonce, person, variants, slots, items) { IsCompared = isCompared };
    }

    private void Seal(ReadOnlySpan<byte> body, Span<byte> seal)
    {
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, body, full);
        full[..SealLength].CopyTo(seal);
    }
}
