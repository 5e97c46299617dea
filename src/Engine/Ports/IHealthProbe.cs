namespace PersonalizationEngine.Engine.Ports;

/// <summary>Tells whether something the engine depends on works.</summary>
public interface IHealthProbe
{
    string Name { get; }

    /// <summary>Without it no decision can be served; false for what only degrades answers.</summary>
    bool IsVital { get; }

    /// <summary>Completes with what there is to say when it works; throws when it does not.</summary>
    Task<string?> CheckAsync(CancellationToken cancellationToken);
}
