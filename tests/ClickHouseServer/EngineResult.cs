using System.Runtime.InteropServices;

namespace PersonalizationEngine.ClickHouseServer;

/// <summary>An answer, or a piece of one, in the engine's own memory until it is disposed of.</summary>
internal sealed unsafe class EngineResult : IDisposable
{
    private EngineResult(nint handle) => Handle = handle;

    public nint Handle { get; private set; }

    public ReadOnlySpan<byte> Bytes => new(NativeEngine.Buffer(Handle), (int)NativeEngine.Length(Handle));

    /// <exception cref="EngineException">The answer is an error.</exception>
    public static EngineResult Checked(nint handle)
    {
        if (handle == 0) throw new EngineException("Code: 1002. DB::Exception: the engine gave no answer. (UNKNOWN_EXCEPTION)");
        var error = NativeEngine.Error(handle);
        if (error is null) return new EngineResult(handle);

        var message = Marshal.PtrToStringUTF8((nint)error)!;
        NativeEngine.Destroy(handle);
        throw new EngineException(message);
    }

    public void Dispose()
    {
        if (Handle != 0) NativeEngine.Destroy(Handle);
        Handle = 0;
    }
}
