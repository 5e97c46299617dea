using System.Security.Cryptography;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Decisions.Attribution;
using PersonalizationEngine.Core.Recommendations;

namespace PersonalizationEngine.Engine.Personalization;

/// <summary>Gives each decision its id. Ids of one millisecond differ by a counter that starts at a random number.</summary>
public sealed class DecisionStamp(DecisionIds ids, ComparisonGroup comparison)
{
    private uint _nonce = BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint)));

    /// <param name="nonce">From <see cref="NextNonce"/>.</param>
    /// <param name="ticket">What the id carries.</param>
    public string IdOf(Decision decision, uint nonce, out DecisionTicket ticket)
    {
        // What goes by nobody's taste says nothing of what personal lists are worth.
        ticket = DecisionTicket.Of(decision, nonce) with { IsCompared = comparison.IsOn && decision.Person.TasteOf() is not null };
        return ids.Write(ticket);
    }

    /// <summary>What makes the next id differ from all others; it is in the id.</summary>
    public uint NextNonce() => Interlocked.Increment(ref _nonce);

    /// <summary>Of a list for the person, while those are compared.</summary>
    public string IdOfPersonal(string personId, DateTimeOffset now, RecommendationPage page) =>
        ids.Write(TicketOf(personId, now, page) with { IsCompared = comparison.IsOn });

    /// <summary>Of a list that is the same for everybody.</summary>
    /// <param name="personId">Empty for nobody in particular.</param>
    public string IdOf(string personId, DateTimeOffset now, RecommendationPage page) => ids.Write(TicketOf(personId, now, page));

    private DecisionTicket TicketOf(string personId, DateTimeOffset now, RecommendationPage page) => new(
        now, NextNonce(), personId, [], [],
        [.. page.Items.Select(item => new ServedItem(item.ItemId, item.Source.WireName()) { Choice = item.Choice })]);
}
