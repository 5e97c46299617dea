using System.Security.Cryptography;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Decisions.Attribution;

namespace PersonalizationEngine.Engine.Personalization;

/// <summary>Gives each decision its id. Ids of one millisecond differ by a counter that starts at a random number.</summary>
public sealed class DecisionStamp(DecisionIds ids)
{
    private uint _nonce = BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint)));

    public string IdOf(Decision decision) => ids.Write(DecisionTicket.Of(decision, NextNonce()));

    public string IdOf(string personId, DateTimeOffset now, IEnumerable<ServedItem> items) =>
        ids.Write(new DecisionTicket(now, NextNonce(), personId, [], [], [.. items]));

    private uint NextNonce() => Interlocked.Increment(ref _nonce);
}
