namespace PersonalizationEngine.Feed.Replay.Reading;

/// <summary>Opens a file as what it is: NDJSON if it begins with a brace, else delimited text with a header.</summary>
internal static class SourceFile
{
    private const int BufferBytes = 1 << 16;

    /// <param name="delimiter">Null to guess it from the header.</param>
    public static Outcome<ISourceReader> Open(string path, char? delimiter)
    {
        try
        {
            return Open(path, new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes), delimiter);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Failure($"{path} is not there.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new Failure($"{path} cannot be read: {failure.Message}");
        }
    }

    private static Outcome<ISourceReader> Open(string path, FileStream stream, char? delimiter)
    {
        var lines = new PhysicalLines(stream);
        var first = lines.PeekFilled();
        var begins = first?.TrimStart() is { Length: > 0 } text ? text[0] : '\0';
        if (begins is not ('\0' or '['))
        {
            return Outcome<ISourceReader>.Of(
                begins == '{' ? new NdjsonReader(lines) : new DelimitedReader(lines, delimiter ?? Delimiter.Guess(first!)));
        }

        lines.Dispose();
        return new Failure(begins == '\0'
            ? $"{path} is empty."
            : $"{path} is a JSON array: one object a line (NDJSON) is needed.");
    }
}
