using PersonalizationEngine.Engine.Leads;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>People with a score, a page at a time.</summary>
public interface ILeadListing
{
    /// <summary>In the order of the query; without those deleted and not seen since.</summary>
    Task<IReadOnlyList<Lead>> ListAsync(LeadQuery query, CancellationToken cancellationToken);
}
