using PersonalizationEngine.Engine.Delivery.Endpoints;

namespace PersonalizationEngine.Adapters.Sql.Endpoints;

/// <summary>A row of <c>webhook_messages</c>, without its payload where that is not asked for.</summary>
internal sealed record MessageRow
{
    public const string Taken = "id, endpoint_id, message_id, event_type, payload, attempts",
        Shown = "id, endpoint_id, message_id, event_type, status, attempts, reason, http_status, created_at, updated_at, due_at";

    public long Id { get; init; }
    public long EndpointId { get; init; }
    public required string MessageId { get; init; }
    public required string EventType { get; init; }
    public string Payload { get; init; } = "";
    public string Status { get; init; } = "";
    public int Attempts { get; init; }
    public string? Reason { get; init; }
    public int? HttpStatus { get; init; }
    public long CreatedAt { get; init; }
    public long UpdatedAt { get; init; }
    public long? DueAt { get; init; }

    public EndpointMessage ToMessage() => new(Id, EndpointId, MessageId, EventType, Payload, Attempts);

    public KeptMessage ToKept() => new(
        Id, EndpointId, MessageId, EventType, Parse(Status), Attempts, Reason, HttpStatus, UnixMilliseconds.Read(CreatedAt), UnixMilliseconds.Read(UpdatedAt),
        UnixMilliseconds.Read(DueAt));

    public static string Word(EndpointMessageStatus status) => status switch
    {
        EndpointMessageStatus.Waiting => "waiting",
        EndpointMessageStatus.Delivered => "delivered",
        _ => "dead",
    };

    private static EndpointMessageStatus Parse(string word) => word switch
    {
        "waiting" => EndpointMessageStatus.Waiting,
        "delivered" => EndpointMessageStatus.Delivered,
        _ => EndpointMessageStatus.Dead,
    };
}
