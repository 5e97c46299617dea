namespace PersonalizationEngine.Engine.Ports;

/// <summary>A number that rises with every change of a definition, so that the others need to be read only then.</summary>
public interface IPlaybookVersion
{
    Task<long> ReadAsync(CancellationToken cancellationToken);
}
