using System.Text.Json;
using PersonalizationEngine.Engine.Administration.History;

namespace PersonalizationEngine.Functions.Admin.History;

/// <summary>A definition at one version.</summary>
/// <param name="Change"><c>added</c>, <c>changed</c>, <c>published</c>, <c>rolled_back</c>, <c>removed</c>, or <c>found</c> when its history began.</param>
/// <param name="By">The name of the key; empty where it is not known.</param>
/// <param name="Definition">Null from its removal on.</param>
internal sealed record VersionAnswer(
    int Version, string Change, DateTimeOffset At, string By, string? ApprovedBy, string? Comment, JsonElement? Definition)
{
    public static VersionAnswer Of(DefinitionVersion version) => new(
        version.Version, version.Happened, version.At, version.By, version.ApprovedBy, version.Reason, version.Document);
}
