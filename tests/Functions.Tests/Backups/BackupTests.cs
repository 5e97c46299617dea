using System.IO.Compression;
using Microsoft.Data.Sqlite;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Backups;

/// <summary>A data folder into one file while it is written to, and back into another folder.</summary>
public sealed class BackupTests
{
    private readonly Lock _lock = new();
    private readonly List<string> _acknowledged = [];

    [Fact]
    public async Task Backup_UnderLoadThenKilled_RestoredElsewhereHasAllThatWasAcknowledgedBefore()
    {
        using var elsewhere = new DataFolder();
        using var shelf = new DataFolder();
        var file = Path.Combine(shelf.Path, "engine.backup");
        string[] before;
        await using (var engine = await EngineProcess.StartAsync())
        {
            using var stopping = new CancellationTokenSource();
            Task[] sending = [SendAsync(engine, "a", stopping.Token), SendAsync(engine, "b", stopping.Token)];
            await AcknowledgedAsync(20);
            lock (_lock) before = [.. _acknowledged];
            var (exitCode, output) = await EngineProcess.CommandAsync(engine.DataDirectory, "backup", file);
            Assert.True(exitCode == 0, output);
            await AcknowledgedAsync(20);
            await engine.KillAsync();
            await stopping.CancelAsync();
            await Task.WhenAll(sending);
        }

        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        var restored = await EngineProcess.CommandAsync(elsewhere.Path, "restore", file);
        Assert.True(restored.ExitCode == 0, restored.Output);
        Assert.NotEmpty(before);
        Assert.Empty(before.Except(Stored(elsewhere.Path)));
        await using var again = await EngineProcess.StartAsync(elsewhere.Path);
        Assert.True((bool)(await again.Client.PersonalizeAsync("backup-a"))["known"]!);
        await again.Client.AcceptEventsAsync("rybbit", Sent.PageView("backup-a", "/pricing"));
    }

    [Fact]
    public async Task Restore_WhereAnEngineRunsOrFilesAre_IsRefusedAndChangesNothing()
    {
        using var shelf = new DataFolder();
        var file = Path.Combine(shelf.Path, "engine.backup");
        using var folder = new DataFolder();
        await using (var engine = await EngineProcess.StartAsync(folder.Path))
        {
            await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView("backup-a", "/"));
            Assert.Equal(0, (await EngineProcess.CommandAsync(folder.Path, "backup", file)).ExitCode);
            Assert.Equal(1, (await EngineProcess.CommandAsync(folder.Path, "backup", file)).ExitCode);
            var live = await EngineProcess.CommandAsync(folder.Path, "restore", file, "--force");
            Assert.Equal(1, live.ExitCode);
            Assert.Contains("An engine runs", live.Output, StringComparison.Ordinal);
            await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView("backup-b", "/"));
        }

        var full = await EngineProcess.CommandAsync(folder.Path, "restore", file);
        Assert.Equal(1, full.ExitCode);
        Assert.Contains("--force", full.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await EngineProcess.CommandAsync(folder.Path, "restore", file, "--force")).ExitCode);
        Assert.Single(Directory.EnumerateDirectories(folder.Path, "before-restore-*"));
        await using var again = await EngineProcess.StartAsync(folder.Path);
        Assert.True((bool)(await again.Client.PersonalizeAsync("backup-a"))["known"]!);
        Assert.False((bool)(await again.Client.PersonalizeAsync("backup-b"))["known"]!);
    }

    [Fact]
    public async Task Restore_DamagedCutOffOrForeignFile_IsRefusedAndLeavesNothing()
    {
        using var folder = new DataFolder();
        using var shelf = new DataFolder();
        var file = Path.Combine(shelf.Path, "engine.backup");
        await using (var engine = await EngineProcess.StartAsync(folder.Path)) await engine.Client.BecomeReadyAsync();
        Assert.Equal(0, (await EngineProcess.CommandAsync(folder.Path, "backup", file)).ExitCode);
        var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);

        await RefusedAsync(shelf, whole[..(whole.Length / 2)]);
        await RefusedAsync(shelf, "no archive at all"u8.ToArray());
        await RefusedAsync(shelf, Changed(file, "engine.db"));
        await RefusedAsync(shelf, With(file, "../evil", "x"));
        await RefusedAsync(shelf, With(file, "manifest.json", /*lang=json,strict*/ """{"format":2,"made_at":"2026-01-01T00:00:00Z","schema":1,"files":[{"name":"keys.json","bytes":1,"sha256":""}]}"""));
        await RefusedAsync(shelf, With(file, "manifest.json", /*lang=json,strict*/ """{"format":1,"made_at":"2026-01-01T00:00:00Z","schema":1,"files":[{"name":"../keys.json","bytes":1,"sha256":""}]}"""), mustFail: true);
    }

    private static async Task RefusedAsync(DataFolder shelf, byte[] content, bool mustFail = false)
    {
        using var target = new DataFolder();
        var file = Path.Combine(shelf.Path, $"{Guid.NewGuid()}.backup");
        await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
        var (exitCode, output) = await EngineProcess.CommandAsync(target.Path, "restore", file);
        // What is not in the manifest is not looked at.
        if (exitCode == 0 && !mustFail && output.Contains("files of", StringComparison.Ordinal))
        {
            Assert.False(File.Exists(Path.Combine(target.Path, "..", "evil")));
            return;
        }

        Assert.True(exitCode == 1, output);
        Assert.Contains("cannot be restored", output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(target.Path));
    }

    private static byte[] Changed(string file, string entry)
    {
        using var archive = ZipFile.OpenRead(file);
        using var content = archive.GetEntry(entry)!.Open();
        using var memory = new MemoryStream();
        content.CopyTo(memory);
        var bytes = memory.ToArray();
        bytes[^100] ^= 1;
        return With(file, entry, bytes);
    }

    private static byte[] With(string file, string entry, string text) => With(file, entry, System.Text.Encoding.UTF8.GetBytes(text));

    private static byte[] With(string file, string entry, byte[] content)
    {
        using var memory = new MemoryStream(File.ReadAllBytes(file).Length);
        memory.Write(File.ReadAllBytes(file));
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(entry)?.Delete();
            using var written = archive.CreateEntry(entry).Open();
            written.Write(content);
        }

        return memory.ToArray();
    }

    /// <summary>Until so many more were acknowledged.</summary>
    private async Task AcknowledgedAsync(int more)
    {
        int now;
        lock (_lock) now = _acknowledged.Count;
        for (var enough = now + more; now < enough;)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            lock (_lock) now = _acknowledged.Count;
        }
    }

    private async Task SendAsync(EngineProcess engine, string who, CancellationToken stopping)
    {
        for (var number = 0; !stopping.IsCancellationRequested; number++)
        {
            var (id, sent) = ($"backup-{who}-{number}", Sent.PageView($"backup-{who}", "/"));
            sent["event_id"] = id;
            try
            {
                if ((await engine.Client.SendEventsAsync("rybbit", sent.ToJsonString())).Status != 200) continue;
            }
            catch (HttpRequestException)
            {
                // It was killed.
                return;
            }

            lock (_lock) _acknowledged.Add(id);
        }
    }

    private static List<string> Stored(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "engine.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select event_id from events where event_id like 'backup-%'";
        using var rows = command.ExecuteReader();
        var stored = new List<string>();
        while (rows.Read()) stored.Add(rows.GetString(0));
        return stored;
    }
}
