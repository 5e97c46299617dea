namespace PersonalizationEngine.RealSystems.Outages;

internal enum Failure
{
    /// <summary>kill -9; it is started again at the end.</summary>
    Killed,

    /// <summary>SIGSTOP: connections stay and nothing answers.</summary>
    Paused,

    /// <summary>Every byte takes two seconds, each way.</summary>
    Slowed,
}
