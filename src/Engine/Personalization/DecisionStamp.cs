using System.Security.Cryptography;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Decisions.Attribution;
using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Engine.Personalization;

/// <summary>Gives each decision its id. Ids of one millisecond differ by a counter that starts at a random number.</summary>
public sealed class DecisionStamp(DecisionIds ids)
{
    private uint _nonce = BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint)));

    public string IdOf(Decision decision) => ids.Write(DecisionTicket.Of(decision, NextNonce()));

    /// <param name="personId">Empty for nobody in particular.</param>
    public string IdOf(string personId, DateTimeOffset now, RecommendationPage page) => ids.Write(new DecisionTicket(
        now, NextNonce(), personId, [], [], [.. page.Items.Select(item => new ServedItem(item.ItemId, item.Source.WireName(), item.Propensity))]));

    private uint NextNonce() => Interlocked.Increment(ref _nonce);
}
