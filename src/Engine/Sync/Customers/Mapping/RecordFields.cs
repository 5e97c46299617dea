namespace PersonalizationEngine.Engine.Sync.Customers.Mapping;

/// <summary>Which fields each kind of record has; docs/cdp.md is the contract.</summary>
public static class RecordFields
{
    public const string UserId = "user_id", ItemId = "item_id", EventId = "event_id", Type = "type", Purpose = "purpose",
        Granted = "granted", Alias = "alias", At = "at";

    private static readonly RecordField User = new(UserId, FieldKind.Id, Required: true);
    private static readonly RecordField Event = new(EventId, FieldKind.Id, Required: true);
    private static readonly RecordField When = new(At, FieldKind.Instant);

    private static readonly RecordField[] Customers =
        [User, .. Texts("email", "phone", "name", "company", "job_title", "country", "language", "timezone", "preferred_channel")];

    private static readonly RecordField[] Items =
    [
        new(ItemId, FieldKind.Id, Required: true), .. Texts("title", "url", "image_url", "description"),
        new("categories", FieldKind.Texts), new("tags", FieldKind.Texts), new("hidden", FieldKind.Flag),
        new("published_at", FieldKind.Instant), new("expires_at", FieldKind.Instant),
    ];

    private static readonly RecordField[] Conversions =
        [Event, User, When with { Required = true }, .. Texts("goal"), new("value", FieldKind.Number), .. Texts("currency")];

    private static readonly RecordField[] EmailEvents =
        [Event, User, When with { Required = true }, new(Type, FieldKind.Text, Required: true), .. Texts("campaign_id", "message_id", "url")];

    public static IReadOnlyList<RecordField> Of(RecordKind kind) => kind switch
    {
        RecordKind.Items => Items,
        RecordKind.Customers => Customers,
        RecordKind.Identities => [User, new(Alias, FieldKind.Id), When],
        RecordKind.Consents => [User, new(Purpose, FieldKind.Text), new(Granted, FieldKind.Flag), When],
        RecordKind.EmailEvents => EmailEvents,
        RecordKind.Conversions => Conversions,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Is no kind of record."),
    };

    /// <summary>The setting of a table's columns beyond its fields: free names, purposes, or aliases; null when the kind has none.</summary>
    public static string? ExtrasOf(RecordKind kind) => kind switch
    {
        RecordKind.Items => "attributes",
        RecordKind.Customers => "traits",
        RecordKind.Identities => "aliases",
        RecordKind.Consents => "purposes",
        _ => null,
    };

    /// <summary>What makes a record the same one when it is read again.</summary>
    public static IReadOnlyList<string> IdentityOf(RecordKind kind) => kind switch
    {
        RecordKind.Items => [ItemId],
        RecordKind.Customers => [UserId],
        RecordKind.Identities => [UserId, Alias],
        RecordKind.Consents => [UserId, Purpose],
        _ => [EventId],
    };

    /// <summary>Deeds count once and for ever; of facts the newest word holds.</summary>
    public static bool AreDeeds(RecordKind kind) => kind is RecordKind.EmailEvents or RecordKind.Conversions;

    private static List<RecordField> Texts(params ReadOnlySpan<string> names)
    {
        var fields = new List<RecordField>();
        foreach (var name in names) fields.Add(new RecordField(name, FieldKind.Text));
        return fields;
    }
}
