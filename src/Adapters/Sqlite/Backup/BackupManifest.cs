using System.Text.Json.Serialization;

namespace PersonalizationEngine.Adapters.Sqlite.Backup;

/// <summary>The first entry of a backup: what else is in it.</summary>
/// <param name="Format">Of the archive; one that is newer is refused.</param>
/// <param name="Schema">The newest migration of <c>engine.db</c>; 0 where the store is elsewhere.</param>
internal sealed record BackupManifest(int Format, DateTimeOffset MadeAt, long Schema, IReadOnlyList<BackupFile> Files)
{
    public const string EntryName = "manifest.json";

    public const int Newest = 1;
}

/// <param name="Sha256">Of the content, in hexadecimal digits.</param>
internal sealed record BackupFile(string Name, long Bytes, string Sha256);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
