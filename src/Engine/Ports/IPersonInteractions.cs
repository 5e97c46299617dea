using PersonalizationEngine.Engine.Recommendations;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>What people did with items, of people asked for.</summary>
public interface IPersonInteractions
{
    /// <summary>In time order.</summary>
    Task<IReadOnlyList<ItemActivity>> OfPeopleAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken);
}
