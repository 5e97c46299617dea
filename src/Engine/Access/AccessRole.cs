namespace PersonalizationEngine.Engine.Access;

/// <summary>What somebody who signed in may do; each may do what those before it may.</summary>
public enum AccessRole
{
    /// <summary>Sees everything but secrets, and changes nothing.</summary>
    Viewer,

    /// <summary>Changes rules, experiments, campaigns and what belongs to them.</summary>
    Editor,

    /// <summary>Also erases and exports people, keeps keys and runs timers.</summary>
    Admin,
}
