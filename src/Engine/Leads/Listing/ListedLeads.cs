namespace PersonalizationEngine.Engine.Leads.Listing;

/// <summary>A page of leads.</summary>
/// <param name="Next">Where the next page begins; null on the last one.</param>
/// <param name="Exact">The person whose very id was searched for; null where it was none.</param>
/// <param name="IsCut">More people begin like the text than were looked at: a longer text finds the others.</param>
public sealed record ListedLeads(IReadOnlyList<ListedLead> Leads, LeadPlace? Next, string? Exact, bool IsCut);
