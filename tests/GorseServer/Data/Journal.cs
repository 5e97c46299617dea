using System.Text;
using System.Text.Json;

namespace PersonalizationEngine.GorseServer.Data;

/// <summary>
/// A line for each accepted write, handed to the system before the answer goes out: it survives the death of the process.
/// A last line that was cut off belongs to a request that was never answered, and is cut away.
/// </summary>
public sealed class Journal(string path) : IDisposable
{
    private FileStream? _file;

    /// <summary>Everything written so far, and opens the file for more.</summary>
    public IEnumerable<Change> Open()
    {
        var lines = File.Exists(path) ? File.ReadAllBytes(path) : [];
        var whole = Array.LastIndexOf(lines, (byte)'\n') + 1;
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        _file.SetLength(whole);
        _file.Seek(0, SeekOrigin.End);
        return Encoding.UTF8.GetString(lines, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<Change>(line)!);
    }

    public void Append(Change change)
    {
        _file!.Write([.. JsonSerializer.SerializeToUtf8Bytes(change), (byte)'\n']);
        _file.Flush();
    }

    public void Dispose() => _file?.Dispose();
}
