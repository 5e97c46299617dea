using System.Text.Json;

namespace PersonalizationEngine.Core.Documents;

/// <summary>A value that differs between two documents.</summary>
/// <param name="Pointer">RFC 6901 pointer; empty for the whole document.</param>
/// <param name="Before">Null where there was none.</param>
/// <param name="After">Null where there is none.</param>
public sealed record DocumentChange(string Pointer, JsonElement? Before, JsonElement? After);
