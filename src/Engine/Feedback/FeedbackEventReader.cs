using System.Text.Json;
using PersonalizationEngine.Core.Decisions.Attribution;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Engine.Ingestion;
using PersonalizationEngine.Engine.Personalization.Playbooks;

namespace PersonalizationEngine.Engine.Feedback;

/// <summary>Reads what a frontend reports and completes it with what the decision tells.</summary>
public sealed class FeedbackEventReader(DecisionIds ids, PlaybookKeeper playbooks)
{
    /// <summary>How long after a decision it can be reported on.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromDays(30);

    private const int MaxSlotLength = 64;

    private static readonly string[] Kinds = ["impression", "click", "conversion"];

    public Parsed<FeedbackRecord> Read(JsonElement json, Receipt receipt)
    {
        var reader = new DocumentReader(json);
        var kind = reader.OneOf("type", Kinds, required: true);
        var eventId = EventEnvelope.EventId(reader, receipt);
        var at = EventEnvelope.At(reader, receipt);
        var ticket = Ticket(reader, receipt);
        var itemId = reader.Id("item_id");
        var slot = reader.Text("slot", MaxSlotLength) ?? (itemId is null ? null : FeedbackSlots.Recommendations);
        var isConversion = kind == "conversion";
        if (isConversion && ticket is { PersonId.Length: 0 }) reader.Fault("type", "must be impression or click: nobody is known who could have converted");
        var goal = GoalFields.Name(reader) ?? (isConversion ? GoalFields.DefaultName : null);
        var value = GoalFields.Value(reader);
        var source = ticket is null || isConversion ? "" : Source(reader, ticket, slot, itemId);

        return Parsed.From(reader, () => new FeedbackRecord(
            eventId, (FeedbackKind)Array.IndexOf(Kinds, kind), DecisionKeys.Of(ticket!), ticket!.PersonId, slot ?? "", itemId ?? "",
            source, ServedVariants.Describe(ticket, playbooks.Current, itemId is null ? null : ticket.Find(itemId)?.Team), goal, value, at)
        {
            ComparedAs = itemId is null || isConversion ? ComparedAs.Neither : Group(ticket, source),
            Choice = itemId is null || isConversion ? null : ticket.Find(itemId)?.Choice,
        });
    }

    private static ComparedAs Group(DecisionTicket ticket, string source) =>
        !ticket.IsCompared || source == RecommendationSource.Pinned.WireName() ? ComparedAs.Neither
        : source == RecommendationSource.Comparison.WireName() ? ComparedAs.Comparison
        : ComparedAs.Personal;

    private DecisionTicket? Ticket(DocumentReader reader, Receipt receipt)
    {
        // A list's answer gives the same id under both names.
        var name = reader.Raw("decision_id") is null && reader.Raw("recommend_id") is not null ? "recommend_id" : "decision_id";
        var id = reader.Text(name, DecisionIds.MaxLength, required: true);
        if (id is null) return null;
        var ticket = ids.Read(id);
        if (ticket is null) reader.Fault(name, "is none that this engine gave out");
        else if (receipt.ReceivedAt - ticket.IssuedAt > MaxAge) reader.Fault(name, "must be at most 30 days old");
        return ticket;
    }

    private static string Source(DocumentReader reader, DecisionTicket ticket, string? slot, string? itemId)
    {
        if (itemId is not null)
        {
            if (slot != FeedbackSlots.Recommendations) reader.Fault("slot", $"must be {FeedbackSlots.Recommendations} with an item_id, or left out");
            if (ticket.SourceOf(itemId) is { } source) return source;
            reader.Fault("item_id", "was not recommended by this decision");
        }
        else if (slot is null)
        {
            reader.Fault("slot", "is required, or item_id: what was shown or clicked");
        }
        else
        {
            if (ticket.TryFindSlot(slot, out var rule)) return rule is null ? "fallback" : $"rule:{rule}";
            reader.Fault("slot", "was not filled by this decision");
        }

        return "";
    }
}
