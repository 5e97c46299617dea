using PersonalizationEngine.Engine.Delivery.Recipients;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>What is stored about reaching people.</summary>
public interface IRecipientFacts
{
    /// <summary>By person; who has none is not in it.</summary>
    Task<IReadOnlyDictionary<string, RecipientFacts>> OfAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken);
}
