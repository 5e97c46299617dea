using PersonalizationEngine.Engine.Delivery.Messages;

namespace PersonalizationEngine.Adapters.Sql.Delivery;

/// <summary>A row of <c>deliveries</c>.</summary>
internal sealed record DeliveryRow
{
    public const string Columns =
        "id, message_id, source, source_id, occurrence, chunk, person_id, template, asked_channel, topic, priority, status, reason, detail, channel, "
        + "provider, attempts, due_at, expires_at, lease_until, created_at, updated_at, sent_at, delivered_at, opened_at, clicked_at, bounced_at, complained_at";

    public static readonly string[] Planned =
    [
        "message_id", "source", "source_id", "occurrence", "chunk", "person_id", "template", "asked_channel", "topic", "priority", "status", "reason",
        "attempts", "due_at", "expires_at", "created_at", "updated_at",
    ];

    public long Id { get; init; }
    public required string MessageId { get; init; }
    public required string Source { get; init; }
    public long SourceId { get; init; }
    public long Occurrence { get; init; }
    public int Chunk { get; init; }
    public required string PersonId { get; init; }
    public required string Template { get; init; }
    public string? AskedChannel { get; init; }
    public string? Topic { get; init; }
    public int Priority { get; init; }
    public required string Status { get; init; }
    public string? Reason { get; init; }
    public string? Detail { get; init; }
    public string? Channel { get; init; }
    public string? Provider { get; init; }
    public int Attempts { get; init; }
    public long DueAt { get; init; }
    public long? ExpiresAt { get; init; }
    public long? LeaseUntil { get; init; }
    public long CreatedAt { get; init; }
    public long UpdatedAt { get; init; }
    public long? SentAt { get; init; }
    public long? DeliveredAt { get; init; }
    public long? OpenedAt { get; init; }
    public long? ClickedAt { get; init; }
    public long? BouncedAt { get; init; }
    public long? ComplainedAt { get; init; }

    public static object Parameters(PlannedMessage message) => new
    {
        message_id = message.MessageId,
        source = message.Source,
        source_id = message.SourceId,
        occurrence = message.Occurrence,
        chunk = message.Chunk,
        person_id = message.PersonId,
        template = message.Template,
        asked_channel = message.AskedChannel,
        topic = message.Topic,
        priority = message.Priority,
        status = message.Refused is null ? MessageStatus.Waiting : MessageStatus.Suppressed,
        reason = message.Refused,
        attempts = 0,
        due_at = UnixMilliseconds.From(message.DueAt),
        expires_at = UnixMilliseconds.From(message.ExpiresAt),
        created_at = UnixMilliseconds.From(message.CreatedAt),
        updated_at = UnixMilliseconds.From(message.CreatedAt),
    };

    public DueMessage ToDue() => new(
        Id,
        new PlannedMessage(MessageId, Source, SourceId, Occurrence, Chunk, PersonId, Template, UnixMilliseconds.Read(CreatedAt))
        {
            AskedChannel = AskedChannel,
            Topic = Topic,
            Priority = Priority,
            DueAt = UnixMilliseconds.Read(DueAt),
            ExpiresAt = UnixMilliseconds.Read(ExpiresAt),
        },
        Attempts,
        UnixMilliseconds.Read(LeaseUntil) ?? DateTimeOffset.UnixEpoch,
        Channel)
    {
        MaybeWith = Channel is null ? null : Provider,
    };

    public DeliveryRecord ToRecord() => new(
        Id, MessageId, Source, SourceId, Occurrence, PersonId, Template, Status, Reason, Detail, Channel, Topic, Priority, Provider, Attempts,
        UnixMilliseconds.Read(DueAt), UnixMilliseconds.Read(ExpiresAt), UnixMilliseconds.Read(CreatedAt))
    {
        UpdatedAt = UnixMilliseconds.Read(UpdatedAt),
        SentAt = UnixMilliseconds.Read(SentAt),
        DeliveredAt = UnixMilliseconds.Read(DeliveredAt),
        OpenedAt = UnixMilliseconds.Read(OpenedAt),
        ClickedAt = UnixMilliseconds.Read(ClickedAt),
        BouncedAt = UnixMilliseconds.Read(BouncedAt),
        ComplainedAt = UnixMilliseconds.Read(ComplainedAt),
    };
}
