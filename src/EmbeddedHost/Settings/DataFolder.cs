using EmbeddedHost.Hosting;

namespace EmbeddedHost.Settings;

/// <summary>The folder of what the host must remember. Files are replaced whole, and only their owner may read them.</summary>
internal sealed class DataFolder(string path)
{
    public string PathOf(string file) => Path.Combine(path, file);

    /// <summary>Makes the folder and proves that it can be written to.</summary>
    public void Prepare(StartFaults faults)
    {
        try
        {
            Directory.CreateDirectory(path);
            var probe = PathOf(".write-test");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            faults.Add($"DATA_DIR '{path}' cannot be written to: {refusal.Message}");
        }
    }

    /// <summary>Null where there is no such file.</summary>
    public byte[]? Read(string file) => File.Exists(PathOf(file)) ? File.ReadAllBytes(PathOf(file)) : null;

    /// <summary>A reader, and a crash at any moment, sees the old content or the new, never part of one.</summary>
    public void Replace(string file, ReadOnlySpan<byte> content)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        var draft = PathOf(file + ".new");
        File.Delete(draft);
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, PathOf(file), overwrite: true);
    }
}
