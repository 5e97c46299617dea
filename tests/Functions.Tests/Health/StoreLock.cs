using System.Runtime.Versioning;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Health;

/// <summary>
/// Keeps an engine from reading its store. In WAL mode no ordinary lock does that, so this takes the locks that readers share
/// (bytes 123 to 127 of the -shm file) and those of writers (120 to 122) for itself, as a recovery that hangs would.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class StoreLock : IDisposable
{
    private const int FirstLockByte = 120, LockBytes = 8;

    private readonly FileStream _locks;

    private StoreLock(FileStream locks) => _locks = locks;

    public static async Task<StoreLock> TakeAsync(EngineProcess process)
    {
        var locks = new FileStream(
            $"{StoreFile.PathOf(process)}-shm", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                locks.Lock(FirstLockByte, LockBytes);
                return new StoreLock(locks);
            }
            catch (IOException) when (attempt < 1000)
            {
                // The engine reads or writes at this very moment.
                await Task.Delay(5);
            }
        }
    }

    public void Dispose()
    {
        _locks.Unlock(FirstLockByte, LockBytes);
        _locks.Dispose();
    }
}
