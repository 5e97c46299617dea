namespace PersonalizationEngine.Engine.Privacy;

public enum ErasureState
{
    /// <summary>The store is at it; serving and storing have ended already.</summary>
    Erasing,

    /// <summary>The store is clean; a place outside it did not answer and is asked again each minute.</summary>
    Pending,
    Done,

    /// <summary>Done, and the person was let in again since.</summary>
    Lifted,
}
