namespace PersonalizationEngine.Engine.Ingestion;

public enum EventStatus
{
    /// <summary>Counted, and on disk.</summary>
    Accepted,

    /// <summary>Counted before; nothing changed.</summary>
    Duplicate,

    /// <summary>Not counted; kept for a replay.</summary>
    Refused,

    /// <summary>Neither counted nor kept: the person was erased, or does not allow what it is for.</summary>
    Ignored,
}
