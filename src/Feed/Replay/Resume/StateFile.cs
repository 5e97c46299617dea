using System.Text.Json;

namespace PersonalizationEngine.Feed.Replay.Resume;

/// <summary>Keeps the state of one replay in a file, replaced as a whole: a killed program leaves the old or the new.</summary>
internal sealed class StateFile(string path)
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public string Path => path;

    /// <summary>In the folder given, else beside the file, or where that is read-only in the temporary folder.</summary>
    public static StateFile For(string file, string? folder, string temporaryFolder)
    {
        var name = System.IO.Path.GetFileName(file) + ".resume.json";
        var beside = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(file))!;
        return new StateFile(System.IO.Path.Combine(folder ?? (CanWriteIn(beside) ? beside : temporaryFolder), name));
    }

    /// <returns>Null where there is none, or none that can be used.</returns>
    public ReplayState? Load(string fingerprint, Uri url)
    {
        try
        {
            var state = JsonSerializer.Deserialize<ReplayState>(File.ReadAllBytes(path), Readable);
            return state?.Fingerprint == fingerprint && state.Url == url ? state : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <returns>Why it could not be saved, or null.</returns>
    public string? Save(ReplayState state)
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            var next = path + ".next";
            File.WriteAllBytes(next, JsonSerializer.SerializeToUtf8Bytes(state, Readable));
            File.Move(next, path, overwrite: true);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be written: {failure.Message}";
        }
    }

    public void Delete() => File.Delete(path);

    private static bool CanWriteIn(string folder)
    {
        try
        {
            var probe = System.IO.Path.Combine(folder, $".feed-{Environment.ProcessId}.probe");
            using var stream =
                new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
