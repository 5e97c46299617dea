namespace PersonalizationEngine.Engine.Access;

/// <summary>Where it is known from that somebody may come in.</summary>
public enum KeySource
{
    /// <summary>The host's master key.</summary>
    Master,

    /// <summary>The setting <c>EDITOR_KEYS</c>.</summary>
    Setting,

    /// <summary>A key made on the dashboard.</summary>
    Store,

    /// <summary>An account of Entra, which Azure has proven before the request came here.</summary>
    Entra,
}
