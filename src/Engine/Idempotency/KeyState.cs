namespace PersonalizationEngine.Engine.Idempotency;

/// <summary>What became of asking for a key.</summary>
public enum KeyState
{
    /// <summary>It is the asker's: the request is to be run.</summary>
    Taken,

    /// <summary>Its request still runs, here or elsewhere.</summary>
    InFlight,

    /// <summary>It stands for another request.</summary>
    OtherRequest,

    /// <summary>Its request was answered.</summary>
    Answered,
}
