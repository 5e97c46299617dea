namespace PersonalizationEngine.Feed.Demo.Population;

/// <summary>How a person's events name them; see "Rybbit events" in docs/events.md.</summary>
internal enum Tracking
{
    /// <summary>The device's id, and beside it the user's once they are identified on it.</summary>
    DeviceAndUser,

    /// <summary>First generation: the user's id alone.</summary>
    UserOnly,

    /// <summary>First generation without a login: no id at all, only address and user agent.</summary>
    AddressAndAgent,
}
