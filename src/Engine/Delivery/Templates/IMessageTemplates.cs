namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>The templates in force, held in memory and read again when one changes.</summary>
public interface IMessageTemplates
{
    /// <returns>Null when no template has the key.</returns>
    Task<IMessageTemplate?> FindAsync(string key, CancellationToken cancellationToken);
}
