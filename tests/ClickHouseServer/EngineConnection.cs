using System.Runtime.InteropServices;
using System.Text;

namespace PersonalizationEngine.ClickHouseServer;

internal sealed unsafe class EngineConnection(nint* connection) : IDisposable
{
    /// <summary>What the engine says after a stream whose one piece had no rows.</summary>
    private const string AtAnEnd = "No active streaming query";

    private bool _disposed;

    /// <summary>Runs a statement and waits for all of its answer.</summary>
    /// <exception cref="EngineException"/>
    public EngineResult Run(ReadOnlySpan<byte> sql, string format, IReadOnlyList<KeyValuePair<string, string>> parameters) =>
        EngineResult.Checked(Send(sql, format, parameters, stream: false));

    /// <summary>Starts a query whose answer is fetched piece by piece.</summary>
    /// <exception cref="EngineException"/>
    public EngineResult Start(ReadOnlySpan<byte> sql, string format, IReadOnlyList<KeyValuePair<string, string>> parameters) =>
        EngineResult.Checked(Send(sql, format, parameters, stream: true));

    /// <summary>The next piece; null at the end.</summary>
    /// <exception cref="EngineException"/>
    public EngineResult? Fetch(EngineResult stream)
    {
        try
        {
            var piece = EngineResult.Checked(NativeEngine.Fetch(*connection, stream.Handle));
            if (!piece.Bytes.IsEmpty) return piece;
            piece.Dispose();
            return null;
        }
        catch (EngineException exception) when (exception.Message == AtAnEnd)
        {
            return null;
        }
    }

    public void Cancel(EngineResult stream) => NativeEngine.Cancel(*connection, stream.Handle);

    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        NativeEngine.Close(connection);
    }

    private nint Send(ReadOnlySpan<byte> sql, string format, IReadOnlyList<KeyValuePair<string, string>> parameters, bool stream)
    {
        var formatBytes = Encoding.UTF8.GetBytes(format);
        var texts = new List<GCHandle>();
        var count = parameters.Count;
        byte** names = stackalloc byte*[count], values = stackalloc byte*[count];
        nuint* nameLengths = stackalloc nuint[count], valueLengths = stackalloc nuint[count];
        try
        {
            for (var i = 0; i < count; i++)
            {
                names[i] = Pin(parameters[i].Key, texts, out nameLengths[i]);
                values[i] = Pin(parameters[i].Value, texts, out valueLengths[i]);
            }

            fixed (byte* query = sql, formatText = formatBytes)
            {
                var (queryLength, formatLength) = ((nuint)sql.Length, (nuint)formatBytes.Length);
                return stream
                    ? NativeEngine.StreamQuery(*connection, query, queryLength, formatText, formatLength, names, nameLengths, values, valueLengths, (nuint)count)
                    : NativeEngine.Query(*connection, query, queryLength, formatText, formatLength, names, nameLengths, values, valueLengths, (nuint)count);
            }
        }
        finally
        {
            foreach (var text in texts) text.Free();
        }
    }

    /// <summary>An empty array has no address; the zero at the end gives it one.</summary>
    private static byte* Pin(string text, List<GCHandle> pinned, out nuint length)
    {
        var bytes = Encoding.UTF8.GetBytes(text + '\0');
        var handle = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        pinned.Add(handle);
        length = (nuint)bytes.Length - 1;
        return (byte*)handle.AddrOfPinnedObject();
    }
}
