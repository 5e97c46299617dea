using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using PersonalizationEngine.Adapters.Sql.Migrations;

namespace PersonalizationEngine.Adapters.Sqlite.Backup;

/// <summary>Makes a data folder of a backup. Nothing of the folder is touched before the whole backup has been found good.</summary>
public sealed class RestoreDataFolder(TimeProvider time)
{
    private const int LargestManifest = 64 * 1024;

    /// <param name="force">What is in the folder is moved into a folder beside its files, and not asked about.</param>
    public async Task<BackupOutcome> RunAsync(string file, string folder, bool force, CancellationToken cancellationToken)
    {
        if (!File.Exists(file)) return BackupOutcome.Refused($"{file} is not there.");
        if (DataFolderFiles.IsInUse(folder)) return BackupOutcome.Refused($"An engine runs on {folder}: stop it first.");
        if (DataFolderFiles.Has(folder) && !force)
            return BackupOutcome.Refused($"{folder} is not empty. With --force its files are moved aside, into a folder in there.");
        DataFolderFiles.CreateFolderForOwner(folder);
        var work = Path.Combine(folder, ".restoring");
        if (Directory.Exists(work)) Directory.Delete(work, recursive: true);
        DataFolderFiles.CreateFolderForOwner(work);
        try
        {
            var (manifest, fault) = await UnpackAsync(file, work, cancellationToken);
            return manifest is null || fault is not null
                ? BackupOutcome.Refused($"{file} cannot be restored: {fault}")
                : Put(manifest, work, folder, file);
        }
        catch (InvalidDataException exception)
        {
            return BackupOutcome.Refused($"{file} cannot be restored: {exception.Message}");
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task<(BackupManifest? Manifest, string? Fault)> UnpackAsync(string file, string work, CancellationToken cancellationToken)
    {
        await using var archive = await ZipFile.OpenReadAsync(file, cancellationToken);
        if (await ReadManifestAsync(archive, cancellationToken) is not { } manifest) return (null, "it is no backup of this engine.");
        if (manifest.Format > BackupManifest.Newest || manifest.Schema > EngineSchema.Newest)
            return (null, "it was made by a newer engine; restore it with that one.");
        foreach (var one in manifest.Files)
        {
            // Names come from a file that anybody may have made.
            if (!DataFolderFiles.Databases.Concat(DataFolderFiles.Others).Contains(one.Name)) return (null, "it holds files that are none of a data folder.");
            if (archive.GetEntry(one.Name) is not { } entry || entry.Length != one.Bytes) return (null, $"{one.Name} is missing or cut off.");
            await using var target = DataFolderFiles.CreateForOwner(Path.Combine(work, one.Name));
            await using (var content = await entry.OpenAsync(cancellationToken)) await content.CopyToAsync(target, cancellationToken);
            target.Position = 0;
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(target, cancellationToken)) != one.Sha256) return (null, $"{one.Name} is damaged.");
        }

        foreach (var name in DataFolderFiles.Databases.Where(name => File.Exists(Path.Combine(work, name))))
        {
            if (await DatabaseCopy.FindFaultAsync(Path.Combine(work, name), cancellationToken) is { } fault) return (null, $"{name} is damaged: {fault}");
        }

        return (manifest, null);
    }

    private static async Task<BackupManifest?> ReadManifestAsync(ZipArchive archive, CancellationToken cancellationToken)
    {
        if (archive.GetEntry(BackupManifest.EntryName) is not { Length: <= LargestManifest } entry) return null;
        await using var content = await entry.OpenAsync(cancellationToken);
        try
        {
            return await JsonSerializer.DeserializeAsync(content, BackupJson.Default.BackupManifest, cancellationToken) is { Format: > 0, Files.Count: > 0 } manifest ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private BackupOutcome Put(BackupManifest manifest, string work, string folder, string file)
    {
        var aside = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"before-restore-{time.GetUtcNow():yyyyMMdd-HHmmss-fff}"));
        // A journal that stays behind would be played into the restored database.
        string[] old = [.. DataFolderFiles.Databases.SelectMany(name => new[] { name, $"{name}-wal", $"{name}-shm" }), .. DataFolderFiles.Others];
        foreach (var name in old.Where(name => File.Exists(Path.Combine(folder, name))))
        {
            DataFolderFiles.CreateFolderForOwner(aside);
            File.Move(Path.Combine(folder, name), Path.Combine(aside, name));
        }

        foreach (var one in manifest.Files) File.Move(Path.Combine(work, one.Name), Path.Combine(folder, one.Name));
        return BackupOutcome.Done(string.Create(
            CultureInfo.InvariantCulture,
            $"{folder}: {manifest.Files.Count} files of {file}, as of {manifest.MadeAt:yyyy-MM-dd HH:mm:ss}Z{(Directory.Exists(aside) ? $"; what was there is in {aside}" : "")}."));
    }
}
