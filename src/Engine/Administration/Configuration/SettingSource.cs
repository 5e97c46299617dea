namespace PersonalizationEngine.Engine.Administration.Configuration;

/// <summary>Where a setting was set.</summary>
public enum SettingSource
{
    /// <summary>An environment variable, or an app setting on Azure.</summary>
    Environment,

    /// <summary><c>config/personalization.yaml</c>.</summary>
    File,
}
