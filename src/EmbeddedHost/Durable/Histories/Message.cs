namespace EmbeddedHost.Durable.Histories;

/// <summary>Something for an orchestration that has not happened to it yet.</summary>
/// <param name="Sequence">Its place in the inbox table; 0 where it is found again without one.</param>
/// <param name="Recursive">Of an end that sub-orchestrations share.</param>
/// <param name="Begun">The instance that begins, where it is known without reading; not kept.</param>
internal sealed record Message(
    EventKind Kind,
    int Task = -1,
    string? Name = null,
    string? Payload = null,
    long Sequence = 0,
    bool Recursive = false,
    InstanceRow? Begun = null);
