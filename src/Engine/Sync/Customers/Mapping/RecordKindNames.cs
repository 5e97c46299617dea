namespace PersonalizationEngine.Engine.Sync.Customers.Mapping;

/// <summary>Kinds under the names they have in settings, ids of events and the database.</summary>
public static class RecordKindNames
{
    private static readonly string[] Names = ["items", "customers", "identities", "consents", "email_events", "conversions"];

    public static IReadOnlyList<RecordKind> All { get; } = Enum.GetValues<RecordKind>();

    public static string Name(this RecordKind kind) => Names[(int)kind];
}
