using PersonalizationEngine.Core.Delivery;
using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Engine.Leads.Listing;

/// <summary>A lead with who it is.</summary>
/// <param name="Person">Null for somebody who was erased in between.</param>
/// <param name="Reach">Channel to <see cref="RoutingReason.Allowed"/>, or what stands against it.</param>
public sealed record ListedLead(Lead Lead, PersonRecord? Person, IReadOnlyDictionary<string, RoutingReason> Reach);
