using System.Text.Json;

namespace PersonalizationEngine.Engine.Administration.History;

/// <summary>A definition as it was from one change to the next.</summary>
/// <param name="Id">Rises with every change of any definition.</param>
/// <param name="Kind">As <see cref="DefinitionKinds"/> names it.</param>
/// <param name="By">Empty where it is not known.</param>
/// <param name="Document">Null from its removal on.</param>
public sealed record DefinitionVersion(
    long Id, string Kind, long DefinitionId, int Version, string Happened, DateTimeOffset At, string By, string? ApprovedBy, string? Reason,
    JsonElement? Document);
