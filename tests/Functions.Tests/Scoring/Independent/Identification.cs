namespace PersonalizationEngine.Functions.Tests.Scoring.Independent;

/// <summary>How the site and the CDP tell who somebody is.</summary>
internal enum Identification
{
    /// <summary>The known id alone, from the first event on.</summary>
    KnownFromTheStart,

    /// <summary>First generation of Rybbit: the device until the login, the known id beside the device after it.</summary>
    LogsInOnADevice,

    /// <summary>Rows of the second generation: the device in <c>user_id</c>, the known id in <c>identified_user_id</c>.</summary>
    ExportedRows,

    /// <summary>Nothing but address and browser until the login.</summary>
    LogsInFromAnAddress,

    /// <summary>Two known ids until the CDP says that they are one person.</summary>
    LinkedByTheCdp,

    /// <summary>Never known: the device alone.</summary>
    StaysAnonymous,
}
