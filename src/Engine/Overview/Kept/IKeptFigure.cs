namespace PersonalizationEngine.Engine.Overview.Kept;

/// <summary>A figure whose kind does not matter.</summary>
public interface IKeptFigure
{
    /// <summary>Has the figure worked out again if it is too old, once, whoever asks meanwhile; never fails.</summary>
    /// <returns>Completes when it is there; at once when it is fresh.</returns>
    Task FreshenAsync();
}
