using System.Text.Json;

namespace PersonalizationEngine.Engine.Administration.History;

/// <param name="Before">The definition before the change; null when there was none, or nothing is known of it.</param>
public sealed record AuditedChange(DefinitionVersion Change, JsonElement? Before);
