namespace PersonalizationEngine.Engine.Sync.Customers.Mapping;

/// <param name="Name">As settings and events name it.</param>
public sealed record RecordField(string Name, FieldKind Kind, bool Required = false);
