using PersonalizationEngine.Engine.Administration.Configuration;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>The settings this process was started with; they hold until it ends.</summary>
public interface ILoadedSettings
{
    /// <summary>In the order of the page on settings: the environment's first, then the file's.</summary>
    IReadOnlyList<LoadedSetting> All { get; }
}
