using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace PersonalizationEngine.Adapters.Sqlite.Backup;

/// <summary>Puts a data folder into one file, while the engine runs and is written to.</summary>
public sealed class BackUpDataFolder(TimeProvider time)
{
    /// <param name="folder">The data folder.</param>
    /// <param name="file">Must not be there yet.</param>
    public async Task<BackupOutcome> RunAsync(string folder, string file, CancellationToken cancellationToken)
    {
        if (!DataFolderFiles.Has(folder)) return BackupOutcome.Refused($"There is nothing to back up in {folder}.");
        if (Path.Exists(file)) return BackupOutcome.Refused($"{file} is there already; a backup overwrites nothing.");
        var madeAt = time.GetUtcNow();
        var work = $"{file}.making";
        if (Path.Exists(work)) return BackupOutcome.Refused($"{work} is there: another backup is running, or one was cut off; then delete it.");
        DataFolderFiles.CreateFolderForOwner(work);
        try
        {
            foreach (var name in DataFolderFiles.Databases.Where(name => File.Exists(Path.Combine(folder, name))))
            {
                var copy = Path.Combine(work, name);
                await DatabaseCopy.MakeAsync(Path.Combine(folder, name), copy, cancellationToken);
                if (await DatabaseCopy.FindFaultAsync(copy, cancellationToken) is { } fault) return BackupOutcome.Refused($"{name} is damaged: {fault}");
            }

            foreach (var name in DataFolderFiles.Others.Where(name => File.Exists(Path.Combine(folder, name))))
                File.Copy(Path.Combine(folder, name), Path.Combine(work, name));
            return await PackAsync(work, file, madeAt, cancellationToken);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task<BackupOutcome> PackAsync(string work, string file, DateTimeOffset madeAt, CancellationToken cancellationToken)
    {
        var store = Path.Combine(work, DataFolderFiles.Store);
        var schema = File.Exists(store) ? await DatabaseCopy.SchemaAsync(store, cancellationToken) : 0;
        var files = new List<BackupFile>();
        foreach (var path in Directory.EnumerateFiles(work).Order(StringComparer.Ordinal))
        {
            await using var content = File.OpenRead(path);
            var hash = await SHA256.HashDataAsync(content, cancellationToken);
            files.Add(new BackupFile(Path.GetFileName(path), content.Length, Convert.ToHexStringLower(hash)));
        }

        var packed = Path.Combine(work, "archive");
        await using (var target = DataFolderFiles.CreateForOwner(packed))
        {
            await using var archive = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: false, entryNameEncoding: null, cancellationToken);
            await using (var entry = await archive.CreateEntry(BackupManifest.EntryName).OpenAsync(cancellationToken))
                await JsonSerializer.SerializeAsync(entry, new BackupManifest(BackupManifest.Newest, madeAt, schema, files), BackupJson.Default.BackupManifest, cancellationToken);
            foreach (var one in files)
            {
                await using var content = File.OpenRead(Path.Combine(work, one.Name));
                await using var entry = await archive.CreateEntry(one.Name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
                await content.CopyToAsync(entry, cancellationToken);
            }
        }

        // Whole or not at all: nobody finds half a backup under its name.
        File.Move(packed, file);
        return BackupOutcome.Done(string.Create(
            CultureInfo.InvariantCulture, $"{file}: {files.Count} files, {files.Sum(one => one.Bytes) / 1048576.0:0.0} MB, as of {madeAt:yyyy-MM-dd HH:mm:ss}Z, schema {schema}."));
    }
}
